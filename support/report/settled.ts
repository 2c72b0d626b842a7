import type { Evidence } from './model/evidence';
import type { Run, Scenario, Step } from './model/run';

/**
 * The run without what two runs of the same commit cannot have in common: times, ids, ports and what follows from how its
 * scenarios were shared out over processes (the way to a starting point is gone once in each; a list that a process has
 * seen is not asked for again). Commands that a step ran at the same time stand in the order of their words.
 */
export function settled(run: Run): Run {
  return {
    ...run,
    started: '',
    seconds: 0,
    environment: settledValue('', run.environment) as Run['environment'],
    problems: run.problems.map(settledText),
    sections: run.sections.map((section) => ({
      ...section,
      seconds: 0,
      features: section.features.map((feature) => ({
        ...feature,
        scenarios: feature.scenarios.map(settledScenario),
      })),
    })),
  };
}

function settledScenario(scenario: Scenario): Scenario {
  const { failure } = scenario;
  return {
    ...scenario,
    seconds: 0,
    steps: scenario.steps.map(settledStep),
    failure: failure && {
      ...failure,
      message: settledText(failure.message),
      stack: failure.stack && settledText(failure.stack),
    },
    skipReason: scenario.skipReason && settledText(scenario.skipReason),
  };
}

function settledStep(step: Step): Step {
  const evidence = step.evidence.filter((item) => !dependsOnProcess(item)).map(settledEvidence);
  return {
    ...step,
    seconds: 0,
    error: step.error && settledText(step.error),
    evidence: evidence
      .map((item) => ({ item, text: JSON.stringify(item) }))
      .sort((a, b) => (a.text < b.text ? -1 : Number(a.text > b.text)))
      .map(({ item }) => item),
  };
}

function dependsOnProcess(item: Evidence): boolean {
  if (item.kind === 'checkpoint') return true;
  if (item.kind === 'command') return item.way === true || item.args[1] === 'list';
  return item.kind === 'cluster' && item.way === true;
}

function settledEvidence(item: Evidence): Evidence {
  const entries = Object.entries(item).map(([key, value]) => [key, settledValue(key, value)]);
  return Object.fromEntries(entries) as Evidence;
}

function settledValue(key: string, value: unknown): unknown {
  if (key === 'milliseconds') return 0;
  if (typeof value === 'string') return settledText(value);
  if (Array.isArray(value)) return value.map((item) => settledValue('', item));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, settledValue(name, item)]));
}

/** In this order: what holds another one comes first. */
const noise: ReadonlyArray<[RegExp, string]> = [
  [/\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi, '<id>'],
  [/\b\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d+)?(?:Z| ?[+-]\d\d:?\d\d(?: UTC)?| UTC)?/g, '<time>'],
  [/\b(127\.0\.0\.1|localhost|\[::1\]):\d+/g, '$1:<port>'],
  [/\b(CONFIGHUB_WORKER_PORT\W+(?:value\W+)?)\d+/g, '$1<port>'],
  [/(-[0-9a-f]{8,10}-)[bcdfghjklmnpqrstvwxz2456789]{5}\b/g, '$1<pod>'],
  [/\b\d+(?:\.\d+)?(?: ?ms| s|s)\b/g, '<duration>'],
];

/** Where a long output was cut depends on how long its ids and times are: of such a one only this much counts. */
const COUNTS_OF_CUT = 1_200;
const CUT = /\n… and \d+ more characters\n?$/;

function settledText(text: string): string {
  const settling = noise.reduce((now, [pattern, instead]) => now.replace(pattern, instead), text);
  return CUT.test(text) ? `${settling.slice(0, COUNTS_OF_CUT)}…` : settling;
}
