import { releasesOnly } from '../../cub/capabilities';
import type { Selection } from '../../cub/units';
import { lookAtHub } from '../hub';
import type { Tutorial } from '../tutorial';
import { refuseNameless } from './applying';
import { chosenUnits } from './chosen';
import type { Outcome } from './roll-out';

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
  if (releasesOnly(tutorial.can)) return gated(tutorial, selection);
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

/** A release cannot be tried; but it is refused for what a gate holds back, so the gates tell. */
async function gated(tutorial: Tutorial, selection: Selection): Promise<Outcome[]> {
  const units = await chosenUnits(tutorial, selection);
  return units.flatMap((unit) => {
    if (!unit.target) return [{ unit, done: false, message: 'it has no target, so no release holds it' }];
    return unit.gates.length > 0
      ? [{ unit, done: false, message: `${unit.gates.join(', ')} did not pass` }]
      : [];
  });
}
