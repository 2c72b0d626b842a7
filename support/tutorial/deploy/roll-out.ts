import type { QueuedAction } from '../../cub/actions';
import type { Unit } from '../../cub/unit';
import type { Selection } from '../../cub/units';
import { isOneOf } from '../../cub/where';
import { awaitThat } from '../await-that';
import { TutorialError } from '../error';
import type { Tutorial } from '../tutorial';

/** What became of one unit on its way to the cluster. */
export interface Outcome {
  unit: Unit;
  /** The worker carried it to the cluster and saw it running. */
  done: boolean;
  /** In ConfigHub's words, where it is not done. */
  message: string;
}

const FINAL = new Set(['Completed', 'Failed', 'Canceled', 'Aborted']);

/**
 * Applies the selected units and waits until the worker has finished with each.
 * Failures are outcomes, not errors: who rolls out decides what follows from them.
 *
 * @param revision another revision than the head, such as `ChangeSet:SPACE/SLUG`
 * @throws TutorialError when units are refused at once, or no worker takes them
 */
export async function rollOut(
  tutorial: Tutorial,
  selection: Selection,
  revision?: string,
): Promise<Outcome[]> {
  requireApply(tutorial);
  const queued = await tutorial.cub.actions.apply(selection, revision);
  refuseRefusals(queued);
  if (queued.length === 0) return [];
  const operations = new Map(queued.map(({ unitId, operation }) => [unitId, operation]));
  const finished = (unit: Unit): boolean =>
    unit.event !== undefined &&
    (unit.event.operation !== operations.get(unit.id) || FINAL.has(unit.event.status));
  const units = await awaitThat({
    what: `${queued.length} units to be applied`,
    look: () => tutorial.cub.units.list(isOneOf('UnitID', [...operations.keys()])),
    satisfied: (all) => all.every(finished),
    describe: (all) =>
      all
        .filter((unit) => !finished(unit))
        .map(whereItIs)
        .join('; '),
    advice: 'check with `cub worker list` that the worker is Ready',
    deadline: tutorial.patience,
  });
  return units.map(outcomeOf);
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
    'this `cub` cannot apply single units',
    [],
    'use a `cub` that has `cub unit apply`, such as the bundled one',
  );
}

function refuseRefusals(queued: readonly QueuedAction[]): void {
  const refused = queued.filter((action) => action.refused !== undefined);
  if (refused.length === 0) return;
  throw new TutorialError(
    `${refused.length} of ${queued.length} units were refused`,
    refused.map((action) => `${action.refused}`),
    'give each unit a target with `cub unit set-target`, and clear its gates',
  );
}

function whereItIs(unit: Unit): string {
  const { status = 'unknown', action = 'Apply', message } = unit.event ?? {};
  return `${action} of ${unit.space}/${unit.slug} is ${status}${message ? ` (${message})` : ''}`;
}

function outcomeOf(unit: Unit): Outcome {
  const done = unit.event?.status === 'Completed';
  const { result, message } = unit.event ?? { result: '', message: '' };
  return { unit, done, message: done ? '' : [result, message].filter(Boolean).join(': ') };
}
