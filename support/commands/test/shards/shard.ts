import { relative } from 'node:path';
import type { ShardRecord } from '../../../report/media-types';
import type { Placed } from '../../../report/model/ids';
import { counted, duration } from '../../../report/words';
import { readDurations } from './durations';
import { splitScenarios } from './split';

/** One part of a run that is shared out. */
export interface Shard {
  scenarios: Placed[];
  record: ShardRecord;
  /** A line for people: how much of the whole, and on which grounds. */
  told: string;
}

/**
 * The shard that `--shard` asks for, of all scenarios that the other options choose.
 *
 * @param option `2/4`, from 1
 * @param file the history of runs that durations are read from
 * @throws RangeError when there is no such shard
 */
export function shardOf(option: string, plan: readonly Placed[], file: string, cwd: string): Shard {
  const [index = 0, of = 0] = option.split('/').map(Number);
  if (index < 1 || index > of)
    throw new RangeError(
      `--shard is "${option}"; the first of ${of || 4} shards is 1/${of || 4}, and so on.`,
    );
  const durations = readDurations(file);
  const known = 'lacks' in durations ? new Map<string, number>() : durations.of(plan);
  const split = splitScenarios(plan, of, known);
  const scenarios = split.shards[index - 1] ?? [];
  const path = relative(cwd, file);
  const grounds =
    'lacks' in durations
      ? `shared out by number, as ${path} ${durations.lacks}`
      : known.size === 0
        ? `shared out by number, as ${path} knows none of them`
        : `balanced by ${path}${lacking(plan.length - known.size)}: expected ${expected(split.expected, index)}`;
  return {
    scenarios,
    record: {
      index,
      of,
      scenarios: plan.length,
      split: split.digest,
      durations: 'lacks' in durations ? null : durations.digest,
    },
    told: `Shard ${index} of ${of}: ${scenarios.length} of ${counted(plan.length, 'scenario')}, ${grounds}`,
  };
}

function expected(shards: readonly number[], index: number): string {
  const all = shards.reduce((sum, seconds) => sum + seconds, 0);
  return `${duration(shards[index - 1] ?? 0)} of ${duration(all)}`;
}

function lacking(unknown: number): string {
  return unknown === 0 ? '' : ` (${counted(unknown, 'scenario')} unknown to it)`;
}
