import { createHash } from 'node:crypto';
import { inFeatureOrder, type Placed, placeOf } from '../../../report/model/ids';
import { median } from './durations';

/** Who runs what. */
export interface Split {
  /** The scenarios of each shard, the first one's first. */
  shards: Placed[][];
  /** Seconds that each shard is expected to take; all 1 a scenario where nothing is known. */
  expected: number[];
  /** Two splits that agree about every scenario have the same. */
  digest: string;
}

/**
 * Shares the scenarios out: the longest first, each to the shard that has least to do. The same scenarios and durations
 * give the same split wherever it is made, in whatever order they come. A scenario of unknown duration counts as a usual
 * one; where none is known, shards get as many each.
 *
 * @param seconds by {@link placeOf}
 */
export function splitScenarios(
  plan: readonly Placed[],
  shards: number,
  seconds: ReadonlyMap<string, number> = new Map(),
): Split {
  const usual = median([...seconds.values()]) ?? 1;
  const parts = Array.from({ length: shards }, () => ({ expected: 0, scenarios: [] as Placed[] }));
  const weighed = [...plan]
    .sort(inFeatureOrder)
    .map((scenario) => ({ scenario, weight: seconds.get(placeOf(scenario)) ?? usual }))
    .sort((a, b) => b.weight - a.weight);
  for (const { scenario, weight } of weighed) {
    const least = parts.reduce((found, part) => (lighter(part, found) ? part : found));
    least.scenarios.push(scenario);
    least.expected += weight;
  }
  const inOrder = parts.map(({ scenarios }) => [...scenarios].sort(inFeatureOrder));
  return {
    shards: inOrder,
    expected: parts.map(({ expected }) => expected),
    digest: digestOf(inOrder),
  };
}

interface Load {
  expected: number;
  scenarios: readonly Placed[];
}

/** Scenarios that took no time at all must not go to one shard together. */
function lighter(a: Load, b: Load): boolean {
  return a.expected === b.expected ? a.scenarios.length < b.scenarios.length : a.expected < b.expected;
}

function digestOf(shards: readonly (readonly Placed[])[]): string {
  const text = shards.map((scenarios) => scenarios.map(placeOf).join('\n')).join('\n\n');
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
