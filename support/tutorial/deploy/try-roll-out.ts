import type { Selection } from '../../cub/units';
import { lookAtHub } from '../hub';
import type { Tutorial } from '../tutorial';
import { type Outcome, refuseNameless } from './roll-out';

/**
 * Tries a roll-out without beginning it. What a gate holds back would otherwise be noticed when the other units are
 * on their way already.
 *
 * @param revision as `rollOut` takes it
 * @returns the units that would be refused, each with the reason in ConfigHub's words
 */
export async function tryRollOut(
  tutorial: Tutorial,
  selection: Selection,
  revision?: string,
): Promise<Outcome[]> {
  const tried = await tutorial.cub.actions.tryApply(selection, revision);
  refuseNameless(tried);
  const refusals = new Map(tried.flatMap(({ unitId, refused }) => (refused ? [[unitId, refused]] : [])));
  if (refusals.size === 0) return [];
  const { units } = await lookAtHub(tutorial);
  return units.flatMap((unit) => {
    const message = refusals.get(unit.id);
    return message === undefined ? [] : [{ unit, done: false, message }];
  });
}
