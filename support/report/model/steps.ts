import { stripVTControlCharacters } from 'node:util';
import type { PickleStep, TestCaseStarted, TestStep, TestStepFinished } from '@cucumber/messages';
import { TimeConversion } from '@cucumber/messages';
import type { Query } from '@cucumber/query';
import { evidenceOf } from './evidence';
import type { Step } from './run';
import { statusOf } from './status';

/** The steps of one attempt at a scenario, its hooks among them. */
export function stepsOf(query: Query, started: TestCaseStarted, scenarioId: string): Step[] {
  return query
    .findTestStepFinishedAndTestStepBy(started)
    .map(([finished, step], index) => stepOf(query, finished, step, `${scenarioId}.${index + 1}`));
}

function stepOf(query: Query, finished: TestStepFinished, step: TestStep, id: string): Step {
  const { testStepResult: result } = finished;
  const told = result.exception?.stackTrace ?? result.exception?.message ?? result.message;
  const sentence = query.findPickleStepBy(step);
  return {
    id,
    ...(sentence ? wordsOf(query, sentence) : hookWordsOf(query, step)),
    status: statusOf(result.status),
    seconds: TimeConversion.durationToMilliseconds(result.duration) / 1000,
    error: told ? stripVTControlCharacters(told) : (suggestionFor(query, sentence) ?? choiceOf(query, step)),
    evidence: query.findAttachmentsBy(finished).map(evidenceOf),
  };
}

/** What a definition of a sentence that has none could look like. */
function suggestionFor(query: Query, sentence: PickleStep | undefined): string | undefined {
  const snippet = sentence && query.findSuggestionsBy(sentence)[0]?.snippets[0]?.code;
  return snippet && `No step definition matches this sentence. One could begin so:\n${snippet}`;
}

/** The definitions of a sentence that has more than one. */
function choiceOf(query: Query, step: TestStep): string | undefined {
  const definitions = query.findStepDefinitionsBy(step);
  if (definitions.length < 2) return undefined;
  const lines = definitions.map(({ pattern, sourceReference: { uri, location } }) =>
    [`  ${pattern.source}`, uri && `${uri}:${location?.line ?? 1}`].filter(Boolean).join('  '),
  );
  return `${definitions.length} step definitions match this sentence:\n${lines.join('\n')}`;
}

type Words = Pick<Step, 'keyword' | 'text' | 'hook' | 'docString' | 'table'>;

function wordsOf(query: Query, sentence: PickleStep): Words {
  return {
    keyword: query.findStepBy(sentence)?.keyword.trim() ?? '',
    text: sentence.text,
    hook: false,
    docString: sentence.argument?.docString?.content,
    table: sentence.argument?.dataTable?.rows.map((row) => row.cells.map((cell) => cell.value)),
  };
}

function hookWordsOf(query: Query, step: TestStep): Words {
  const hook = query.findHookBy(step);
  const when = hook?.type === 'AFTER_TEST_CASE' ? 'After' : 'Before';
  return { keyword: when, text: hook?.name ?? '', hook: true, docString: undefined, table: undefined };
}
