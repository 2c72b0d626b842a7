import type { Envelope } from '@cucumber/messages';
import type { Query } from '@cucumber/query';
import { statusOf } from './status';

/** What went wrong outside any scenario, a text each. */
export function problemsOf(query: Query, messages: readonly Envelope[]): string[] {
  const problems: string[] = [];
  for (const { parseError } of messages)
    if (parseError)
      problems.push(`${parseError.source.uri ?? 'A feature'} does not parse: ${parseError.message}`);
  for (const { result } of query.findAllTestRunHookFinished())
    if (statusOf(result.status) === 'failed')
      problems.push(`A hook of the whole run failed: ${result.exception?.message ?? result.message ?? ''}`);
  for (const type of query.findAllUndefinedParameterTypes())
    problems.push(`The parameter type {${type.name}} in "${type.expression}" is not defined.`);
  const ended = query.findTestRunFinished();
  if (ended?.exception) problems.push(ended.exception.message ?? ended.exception.type);
  const neverStarted = countNeverStarted(query, messages);
  if (neverStarted > 0) problems.push(`The run ended before ${neverStarted} of its scenarios had begun.`);
  return problems;
}

function countNeverStarted(query: Query, messages: readonly Envelope[]): number {
  const started = new Set(query.findAllTestCaseStarted().map((item) => item.testCaseId));
  return messages.filter(({ testCase }) => testCase && !started.has(testCase.id)).length;
}
