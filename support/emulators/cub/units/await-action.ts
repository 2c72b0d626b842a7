import { Failure } from '../failure';
import type { QueuedOperation, UnitEvent } from '../hub/entities';
import { parseDuration } from '../input/duration';
import type { Invocation } from '../invocation';
import { getUnit } from '../lookup/units';

const FIRST_PAUSE = 15;
const LONGEST_PAUSE = 500;
const FINAL = ['Completed', 'Failed', 'Canceled', 'Aborted'];

/** The time limit of `--timeout` in milliseconds. */
export function timeLimit({ flags }: Invocation): number {
  const text = flags.text('timeout', '2m');
  const limit = parseDuration(text);
  if (limit === undefined) throw new Failure(`invalid timeout duration ${text}`);
  return limit;
}

/**
 * Waits until the worker has ended an operation and tells how; throws when it failed, was aborted, or did not end in
 * time (polling, since the API has nothing to wait on).
 */
export async function awaitAction(invocation: Invocation, operation: QueuedOperation): Promise<void> {
  const { host, hub } = invocation;
  const limit = host.now() + timeLimit(invocation);
  const { UnitID, SpaceID, QueuedOperationID, Action = 'None' } = operation;
  const path = `/space/${SpaceID}/unit/${UnitID}/unit_event`;
  for (let pause = FIRST_PAUSE; ; pause = Math.min(pause * 1.5, LONGEST_PAUSE)) {
    const { body } = await hub.get(path, { where: `QueuedOperationID='${QueuedOperationID}'` });
    const last = (body as UnitEvent[]).find(({ Status }) => FINAL.includes(Status ?? ''));
    if (last !== undefined) {
      await report(invocation, operation, last);
      return;
    }
    if (host.now() + pause >= limit) throw new Failure(`${Action} didn't complete on unit ${UnitID}`);
    await host.pause(pause);
  }
}

async function report(
  invocation: Invocation,
  { UnitID, SpaceID, Action = 'None' }: QueuedOperation,
  event: UnitEvent,
): Promise<void> {
  const { flags, print } = invocation;
  if (event.Status === 'Failed' || event.Status === 'Aborted')
    throw new Failure(`${Action} failed on unit ${UnitID}`);
  if (flags.on('quiet')) return;
  const { Unit: unit } = await getUnit(invocation, SpaceID, UnitID, 'Slug');
  const name = `unit ${unit.Slug} (${UnitID})`;
  print.say(
    event.Status === 'Completed'
      ? `Successfully completed ${event.Action ?? 'None'} on ${name}`
      : `Action ${event.Action ?? 'None'} on ${name} ${event.Status}`,
  );
}
