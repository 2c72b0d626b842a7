import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type History, isHistory } from '../../../report/history/history';
import { type Placed, placeOf, scenarioIds } from '../../../report/model/ids';
import type { Result } from '../../../report/model/run';

/** How long scenarios took in earlier runs. */
export interface Durations {
  /** of the file's bytes, to tell one from another */
  digest: string;
  /** Seconds by {@link placeOf}; of some there may be none. */
  of(plan: readonly Placed[]): Map<string, number>;
}

/**
 * Reads a history of runs (`history.json`) for how long scenarios take: the median of the results that are kept, skips
 * left out.
 *
 * @returns a reason when there is nothing to go by
 */
export function readDurations(file: string): Durations | { lacks: string } {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { lacks: 'does not exist' };
    throw error;
  }
  const history = parsed(text);
  if (!history) return { lacks: 'is no history of runs' };
  return {
    digest: createHash('sha256').update(text).digest('hex').slice(0, 16),
    of: (plan) => secondsByPlace(plan, history),
  };
}

function parsed(text: string): History | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isHistory(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function secondsByPlace(plan: readonly Placed[], history: History): Map<string, number> {
  const ids = scenarioIds(plan);
  return new Map(
    plan.flatMap((scenario) => {
      const place = placeOf(scenario);
      const seconds = usualSeconds(history[ids.get(place) ?? ''] ?? []);
      return seconds === undefined ? [] : [[place, seconds] as const];
    }),
  );
}

function usualSeconds(results: readonly Result[]): number | undefined {
  return median(results.flatMap(({ outcome, seconds }) => (outcome === 'skipped' ? [] : seconds)));
}

/** The one in the middle, of an even number the upper of both. */
export function median(values: readonly number[]): number | undefined {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}
