import type { QueuedOperation } from '../hub/entities';
import type { Invocation } from '../invocation';
import { findUnit } from '../lookup/units';
import { printForms } from '../output/results';
import { awaitAction, timeLimit } from './await-action';
import { waits } from './gates';

async function act(invocation: Invocation, action: 'destroy' | 'refresh'): Promise<void> {
  timeLimit(invocation);
  const unit = await findUnit(invocation, invocation.args[0] as string);
  const { body } = await invocation.hub.post(
    `/space/${invocation.space.id}/unit/${unit.UnitID}/${action}`,
    undefined,
  );
  if (waits(invocation)) await awaitAction(invocation, body as QueuedOperation);
  await printForms(invocation, 'QueuedOperation', body);
}

/** `cub unit destroy`: takes a unit's resources out of its target. */
export async function destroyUnit(invocation: Invocation): Promise<void> {
  await act(invocation, 'destroy');
}

/** `cub unit refresh`: brings what is live into the unit. */
export async function refreshUnit(invocation: Invocation): Promise<void> {
  await act(invocation, 'refresh');
}
