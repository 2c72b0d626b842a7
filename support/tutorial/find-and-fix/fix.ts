import type { CallResult } from '../../cub/functions';
import type { Unit } from '../../cub/unit';
import { isOneOf } from '../../cub/where';
import type { Tutorial } from '../tutorial';

/**
 * Calls a function on exactly the units that were found: one command, one new revision for each that it
 * changes. Nothing is called when nothing was found.
 *
 * @param why what the new revisions say
 */
export async function fix(
  tutorial: Tutorial,
  found: readonly Unit[],
  call: readonly [name: string, ...args: string[]],
  why: string,
): Promise<CallResult[]> {
  if (found.length === 0) return [];
  const on = {
    space: '*' as const,
    where: isOneOf(
      'UnitID',
      found.map(({ id }) => id),
    ),
  };
  return tutorial.cub.functions.call({ on, call, why, protect: tutorial.can.protection });
}
