import type { QueuedAction } from '../../cub/actions';
import type { Unit } from '../../cub/unit';
import type { Selection } from '../../cub/units';
import { awaitThat } from '../await-that';
import { TutorialError } from '../error';
import { lookAtHubAnew } from '../hub';
import type { Tutorial } from '../tutorial';
import type { Outcome } from './roll-out';

const FINAL = new Set(['Completed', 'Failed', 'Canceled', 'Aborted']);

/**
 * Applies the selected units one by one and waits until the worker has finished with each.
 *
 * @param revision as `rollOut` takes it
 * @throws TutorialError when no worker takes them in time
 */
export async function applyUnits(
  tutorial: Tutorial,
  selection: Selection,
  revision?: string,
): Promise<Outcome[]> {
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
