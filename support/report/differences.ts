import type { Evidence } from './model/evidence';
import type { Run, Scenario, Step } from './model/run';
import { scenariosOf } from './model/sections';
import { settled } from './settled';

/** Something that two runs tell differently. */
export interface Difference {
  /** a scenario, its step, or the run itself */
  where: string;
  first: string;
  second: string;
}

const NOT_THERE = 'not there';

/** What two runs tell differently but for times and ids, in the order of the features; empty when they are the same. */
export function differences(first: Run, second: Run): Difference[] {
  const [a, b] = [settled(first), settled(second)];
  const compared: Array<[string, unknown, unknown]> = [
    ['environment', a.environment, b.environment],
    ['cucumber and Node', a.tools, b.tools],
    ['problems of the run', a.problems, b.problems],
  ];
  return [...compared.flatMap(([where, one, other]) => unequal(where, one, other)), ...inScenarios(a, b)];
}

function inScenarios(a: Run, b: Run): Difference[] {
  const [ours, theirs] = [byId(a), byId(b)];
  const ids = [...new Set([...ours.keys(), ...theirs.keys()])];
  return ids.flatMap((id) => inScenario(id, ours.get(id), theirs.get(id)));
}

function byId(run: Run): Map<string, Scenario> {
  return new Map(run.sections.flatMap(scenariosOf).map((scenario) => [scenario.id, scenario]));
}

function inScenario(id: string, a: Scenario | undefined, b: Scenario | undefined): Difference[] {
  if (!a || !b) return unequal(id, a?.status ?? NOT_THERE, b?.status ?? NOT_THERE);
  const verdict = unequal(id, verdictOf(a), verdictOf(b));
  if (verdict.length > 0) return verdict;
  const steps = a.steps.flatMap((step, index) => inStep(`${id}: `, step, b.steps[index]));
  if (steps.length > 0 || a.steps.length !== b.steps.length)
    return [...steps, ...unequal(`${id}: steps`, a.steps.length, b.steps.length)];
  return unequal(id, a, b);
}

function verdictOf({ status, attempts, failure, skipReason }: Scenario): unknown {
  return [status, ...(attempts > 1 ? [`attempt ${attempts}`] : []), failure?.message, skipReason].filter(
    Boolean,
  );
}

function inStep(of: string, a: Step, b: Step | undefined): Difference[] {
  const where = `${of}${a.keyword} ${a.text}`.trim();
  const evidence = [a, b ?? { evidence: [] }].map((step) => step.evidence.map(titleOf).join('\n'));
  const titles = unequal(`${where}: what happened`, evidence[0], evidence[1]);
  return titles.length > 0 ? titles : unequal(where, a, b);
}

function titleOf(item: Evidence): string {
  if (item.kind === 'command') return [...item.args.slice(0, 4), `exit ${item.exitCode}`].join(' ');
  if (item.kind === 'cluster') return item.operation;
  return 'title' in item ? item.title : item.kind;
}

/** Where long values differ is told, with a little around it. */
function unequal(where: string, a: unknown, b: unknown): Difference[] {
  const [first, second] = [a, b].map((value) =>
    typeof value === 'string' ? value : (JSON.stringify(value) ?? ''),
  );
  if (first === undefined || second === undefined || first === second) return [];
  let at = 0;
  while (first[at] === second[at]) at += 1;
  const begin = Math.max(0, at - AROUND / 2);
  return [{ where, first: around(first, begin), second: around(second, begin) }];
}

const AROUND = 120;

function around(text: string, begin: number): string {
  const part = text.slice(begin, begin + AROUND).replaceAll('\n', '⏎');
  return `${begin > 0 ? '…' : ''}${part}${begin + AROUND < text.length ? '…' : ''}`;
}
