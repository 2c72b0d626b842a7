import type { Writable } from 'node:stream';
import { inParallel } from '../../cub/in-parallel';
import type { Fault } from '../../faults/fault';
import type { Trial } from './carry-out';
import type { Places } from './scenarios';
import { withSettings } from './settings';
import { heading, line, type Result } from './table';
import { planTrials, type TrialPlan } from './trials';
import { secondsOf, verdictOf } from './verdict';

/** Runs the scenarios at these places, with these settings, and with these faults planted for them, by their names. */
export type CarryOut = (
  places: readonly string[],
  settings?: Fault['settings'],
  faults?: Readonly<Record<string, string>>,
) => Promise<Trial>;

const AT_ONCE = 2;

/**
 * Proves that the scenarios notice what goes wrong: all that shall notice are green without a fault, and each of
 * them goes red when its fault is planted. Ends its output with `N of N faults detected`.
 *
 * @returns whether all were
 */
export async function proveDetection(
  faults: readonly Fault[],
  places: Places,
  carryOut: CarryOut,
  stdout: Writable,
): Promise<boolean> {
  const say = (text: string): void => void stdout.write(`${text}\n`);
  const wanted = [...new Set(faults.flatMap(({ caughtBy }) => caughtBy))];
  const unknown = wanted.filter((name) => !places.has(name));
  if (unknown.length > 0) {
    say(unknown.map((name) => `No scenario, or more than one, is called "${name}".`).join('\n'));
    return conclude(say, 0, faults.length);
  }
  for (const alike of alikeInSettings(faults)) {
    if (!(await areGreen(alike, places, carryOut, say))) return conclude(say, 0, faults.length);
  }
  say(`\n${heading}`);
  const trials = planTrials(faults, places, AT_ONCE).map((plan) => async () => {
    const results = await judge(plan, places, carryOut);
    for (const result of results) say(line(result));
    return results;
  });
  const missed = (await inParallel(trials, AT_ONCE)).flat().filter(({ detected }) => !detected);
  const detected = faults.filter((fault) => missed.every((result) => result.fault !== fault)).length;
  return conclude(say, detected, faults.length);
}

/** Faults that need the same settings, together. */
function alikeInSettings(faults: readonly Fault[]): Fault[][] {
  const groups = new Map<string, Fault[]>();
  for (const fault of faults) {
    const key = withSettings(fault.settings);
    groups.set(key, [...(groups.get(key) ?? []), fault]);
  }
  return [...groups.values()];
}

/** Whether the scenarios that shall notice these faults, all of the same settings, are green without them. */
async function areGreen(
  faults: readonly Fault[],
  places: Places,
  carryOut: CarryOut,
  say: (text: string) => void,
): Promise<boolean> {
  const settings = faults[0]?.settings;
  const wanted = [...new Set(faults.flatMap(({ caughtBy }) => caughtBy))];
  say(`Without a fault${withSettings(settings)}, all of these must be green; scenarios: ${wanted.length}.`);
  const { ok, output, seconds } = await carryOut(
    wanted.map((name) => places.get(name) ?? ''),
    settings,
  );
  say(
    ok
      ? `All green (${seconds.toFixed(0)} s).`
      : `${output}\nThey are not all green without a fault, so that they go red with one proves nothing.`,
  );
  return ok;
}

/** Every scenario that is named must notice its fault by itself. */
async function judge(plan: TrialPlan, places: Places, carryOut: CarryOut): Promise<Result[]> {
  const { messages, strikes } = await carryOut(
    plan.map(({ scenario }) => places.get(scenario) ?? ''),
    plan[0]?.fault.settings,
    Object.fromEntries(plan.map(({ scenario, fault }) => [scenario, fault.name])),
  );
  return plan.map(({ scenario, fault }) => {
    const struck = strikes.some((strike) => strike.scenario === scenario);
    return {
      fault,
      scenario,
      seconds: secondsOf(scenario, messages),
      ...verdictOf(scenario, messages, struck),
    };
  });
}

function conclude(say: (text: string) => void, detected: number, all: number): boolean {
  say(`\n${detected} of ${all} faults detected`);
  return all > 0 && detected === all;
}
