import type { Pickle, TestCaseStarted } from '@cucumber/messages';
import { TimeConversion } from '@cucumber/messages';
import type { Lineage, Query } from '@cucumber/query';
import type { Failure, Scenario, Step } from './run';
import { outcomeOf, type Status, statusOf } from './status';
import { stepsOf } from './steps';
import { changesWhereMade } from './where-made';

/** One scenario as its last attempt went. `id` must be unique in the report and stable between runs. */
export function scenarioOf(query: Query, started: TestCaseStarted, pickle: Pickle, id: string): Scenario {
  const lineage = query.findLineageBy(pickle) ?? {};
  const steps = changesWhereMade(stepsOf(query, started, id));
  const finished = query.findTestCaseFinishedBy(started) !== undefined;
  const status = finished
    ? statusOf(query.findMostSevereTestStepResultBy(started)?.status ?? undefined)
    : 'failed';
  const empty = finished && pickle.steps.length === 0;
  const line = query.findLocationOf(pickle)?.line ?? 0;
  return {
    id,
    name: nameOf(pickle, lineage),
    narrative: lineage.scenario?.description.trim() ?? '',
    rule: lineage.rule?.name,
    tags: pickle.tags.map((tag) => tag.name),
    uri: pickle.uri,
    line,
    status: empty ? 'undefined' : status,
    seconds: secondsOf(query, started, steps),
    attempts: started.attempt + 1,
    trend: [],
    steps,
    failure: empty ? withoutSteps : finished ? failureOf(steps, status) : interrupted,
    skipReason: status === 'skipped' ? skipReasonOf(steps) : undefined,
    rerun: `npm test -- ${pickle.uri}:${line}`,
  };
}

const interrupted: Failure = {
  step: '',
  status: 'failed',
  message: 'The run ended in the middle of this scenario.',
  stack: undefined,
};

const withoutSteps: Failure = {
  step: '',
  status: 'undefined',
  message: 'The scenario has no steps: it proves nothing.',
  stack: undefined,
};

function nameOf(pickle: Pickle, lineage: Lineage): string {
  if (lineage.exampleIndex === undefined || pickle.name !== lineage.scenario?.name) return pickle.name;
  const table = lineage.examples?.name ? `${lineage.examples.name} ` : '';
  return `${pickle.name} (${table}example ${(lineage.examplesIndex ?? 0) + 1}.${lineage.exampleIndex + 1})`;
}

function secondsOf(query: Query, started: TestCaseStarted, steps: readonly Step[]): number {
  const duration = query.findTestCaseDurationBy(started);
  if (duration) return TimeConversion.durationToMilliseconds(duration) / 1000;
  return steps.reduce((sum, step) => sum + step.seconds, 0);
}

/** The step that made the scenario what it is: of several broken ones the first of the worst. */
function failureOf(steps: readonly Step[], status: Status): Failure | undefined {
  if (outcomeOf(status) !== 'failed') return undefined;
  const broken =
    steps.find((step) => step.status === status) ?? steps.find((step) => outcomeOf(step.status) === 'failed');
  if (!broken) return undefined;
  const [message, stack] = splitStack(broken.error ?? explanations[broken.status] ?? '');
  return { step: `${broken.keyword} ${broken.text}`.trim(), status: broken.status, message, stack };
}

const explanations: Partial<Record<Step['status'], string>> = {
  undefined: 'No step definition matches this sentence.',
  pending: 'The step definition is pending: it proves nothing yet.',
};

function splitStack(error: string): [string, string | undefined] {
  const start = error.search(/^\s+at .+[:(]/m);
  return start < 0 ? [error.trim(), undefined] : [error.slice(0, start).trim(), error.slice(start).trimEnd()];
}

function skipReasonOf(steps: readonly Step[]): string {
  const evidence = steps.flatMap((step) => step.evidence);
  for (const item of evidence) if (item.kind === 'skip') return item.reason;
  for (const item of evidence) if (item.kind === 'text' && item.title === 'Log') return item.text;
  return (
    steps.find((step) => step.status === 'skipped' && step.error)?.error?.split('\n')[0] ?? 'no reason given'
  );
}
