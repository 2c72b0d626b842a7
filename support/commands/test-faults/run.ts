import type { Writable } from 'node:stream';
import { inParallel } from '../../cub/in-parallel';
import type { Fault } from '../../faults/fault';
import type { Trial } from './carry-out';
import type { Places } from './scenarios';
import { heading, line, type Result } from './table';
import { verdictOf } from './verdict';

/** Runs the scenarios at these places, with this fault planted. */
export type CarryOut = (places: readonly string[], fault?: string) => Promise<Trial>;

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
  say(`Without a fault, all of these must be green; scenarios: ${wanted.length}.`);
  const green = await carryOut(wanted.map((name) => places.get(name) ?? ''));
  if (!green.ok) {
    say(
      `${green.output}\nThey are not all green without a fault, so that they go red with one proves nothing.`,
    );
    return conclude(say, 0, faults.length);
  }
  say(`All green (${green.seconds.toFixed(0)} s).\n\n${heading}`);
  const trials = faults.map((fault) => async (): Promise<boolean> => {
    const results = await judge(fault, places, carryOut);
    for (const result of results) say(line(result));
    return results.every(({ detected }) => detected);
  });
  const detected = (await inParallel(trials, AT_ONCE)).filter(Boolean).length;
  return conclude(say, detected, faults.length);
}

/** Every scenario that is named must notice the fault by itself, so each has its own run. */
async function judge(fault: Fault, places: Places, carryOut: CarryOut): Promise<Result[]> {
  const results: Result[] = [];
  for (const scenario of fault.caughtBy) {
    const { messages, strikes, seconds } = await carryOut([places.get(scenario) ?? ''], fault.name);
    results.push({ fault, scenario, seconds, ...verdictOf(messages, strikes) });
  }
  return results;
}

function conclude(say: (text: string) => void, detected: number, all: number): boolean {
  say(`\n${detected} of ${all} faults detected`);
  return all > 0 && detected === all;
}
