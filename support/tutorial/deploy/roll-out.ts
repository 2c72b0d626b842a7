import { releasesOnly } from '../../cub/capabilities';
import type { Unit } from '../../cub/unit';
import type { Selection } from '../../cub/units';
import { TutorialError } from '../error';
import type { Tutorial } from '../tutorial';
import { applyUnits } from './applying';
import { releaseSpaces } from './releasing';

/** What became of one unit on its way to the cluster. */
export interface Outcome {
  unit: Unit;
  /** It is in the cluster, and was seen running. */
  done: boolean;
  /** In ConfigHub's words, where it is not done. */
  message: string;
}

/**
 * Brings the selected units to the cluster, in the way that this `cub` has, and waits until each is there.
 * Failures are outcomes, not errors: who rolls out decides what follows from them.
 *
 * @param revision another revision than the head, such as `ChangeSet:SPACE/SLUG`
 * @throws TutorialError when nothing takes them in time
 */
export async function rollOut(
  tutorial: Tutorial,
  selection: Selection,
  revision?: string,
): Promise<Outcome[]> {
  if (releasesOnly(tutorial.can)) return releaseSpaces(tutorial, selection, revision);
  requireApply(tutorial);
  return applyUnits(tutorial, selection, revision);
}

/**
 * As `rollOut`, for when every unit must arrive.
 *
 * @throws TutorialError naming each unit that did not
 */
export async function deploy(tutorial: Tutorial, selection: Selection, revision?: string): Promise<Unit[]> {
  const outcomes = await rollOut(tutorial, selection, revision);
  if (outcomes.length === 0)
    throw new TutorialError(`there is no such unit to apply: ${describeSelection(selection)}`);
  const failed = outcomes.filter(({ done }) => !done);
  if (failed.length > 0) {
    throw new TutorialError(
      `${failed.length} of ${outcomes.length} units did not reach the cluster`,
      failed.map(({ unit, message }) => `${unit.space}/${unit.slug}: ${message}`),
      'mend the configuration and deploy again, or restore the revision before',
    );
  }
  return outcomes.map(({ unit }) => unit);
}

function describeSelection(selection: Selection): string {
  return 'where' in selection ? selection.where : `${selection.units.join(', ')} in space ${selection.space}`;
}

function requireApply(tutorial: Tutorial): void {
  if (tutorial.can.apply) return;
  throw new TutorialError(
    'this `cub` can neither apply units nor release spaces',
    [],
    'use a `cub` that has `cub unit apply`, such as the bundled one',
  );
}
