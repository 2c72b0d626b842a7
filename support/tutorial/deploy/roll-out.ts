import type { QueuedAction } from '../../cub/actions';
import type { Unit } from '../../cub/unit';
import type { Selection } from '../../cub/units';
import { awaitThat } from '../await-that';
import { TutorialError } from '../error';
import { lookAtHubAnew } from '../hub';
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
 * @throws TutorialError when no worker takes them in time
 */
export async function rollOut(
  tutorial: Tutorial,
  selection: Selection,
  revision?: string,
): Promise<Outcome[]> {
  requireApply(tutorial);
  const queued = await tutorial.cub.actions.apply(selection, {
    ...(tutorial.can.waitForAll ? { wait: tutorial.patience } : {}),
    ...(revision ? { revision } : {}),
  });
  refuseNameless(queued);
  if (queued.length === 0) return [];
  const actions = new Map(queued.map((action) => [action.unitId, action]));
  const finished = (unit: Unit): boolean => isFinished(unit, actions.get(unit.id));
  const units = await awaitThat({
    what: `${queued.length} ${queued.length === 1 ? 'unit' : 'units'} to be applied`,
    look: async () => (await lookAtHubAnew(tutorial)).units.filter(({ id }) => actions.has(id)),
    satisfied: (all) => all.every(finished),
    describe: (all) => all.flatMap((unit) => (finished(unit) ? [] : whereItIs(unit))).join('; '),
    advice: 'check with `cub worker list` that the worker is Ready',
    deadline: tutorial.patience,
  });
  return units.map((unit) => outcomeOf(unit, actions.get(unit.id)?.refused));
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

/**
 * A refusal that does not say of which unit can be no unit's outcome.
 *
 * @throws TutorialError with each of them
 */
export function refuseNameless(queued: readonly QueuedAction[]): void {
  const nameless = queued.filter(({ unitId }) => unitId === '');
  if (nameless.length === 0) return;
  throw new TutorialError(
    `${nameless.length} of ${queued.length} units were refused`,
    nameless.map((action) => `${action.refused}`),
    'give each unit a target with `cub unit set-target`, and clear its gates',
  );
}

function isFinished(unit: Unit, action: QueuedAction | undefined): boolean {
  if (action?.refused !== undefined) return true;
  return (
    unit.event !== undefined && (unit.event.operation !== action?.operation || FINAL.has(unit.event.status))
  );
}

function whereItIs(unit: Unit): string {
  const { status = 'unknown', action = 'Apply', message } = unit.event ?? {};
  return `${action} of ${unit.space}/${unit.slug} is ${status}${message ? ` (${message})` : ''}`;
}

function outcomeOf(unit: Unit, refused: string | undefined): Outcome {
  if (refused !== undefined) return { unit, done: false, message: refused };
  const done = unit.event?.status === 'Completed';
  const { result, message } = unit.event ?? { result: '', message: '' };
  return { unit, done, message: done ? '' : [result, message].filter(Boolean).join(': ') };
}
