import { Failure } from '../failure';
import type { UnitEvent } from '../hub/entities';
import type { Invocation } from '../invocation';
import { isId, isSet } from '../lookup/ids';
import { findUnit } from '../lookup/units';
import { details } from '../output/pairs';
import { printOne } from '../output/results';
import { timeText } from '../output/time';

/** `cub unit-event get`: one event. */
export async function getUnitEvent(invocation: Invocation): Promise<void> {
  const { args, hub, space } = invocation;
  const [unitName = '', id = ''] = args;
  const { UnitID } = await findUnit(invocation, unitName);
  if (!isId(id)) throw new Failure(`invalid UUID length: ${id.length}`);
  const event = (await hub.get(`/space/${space.id}/unit/${UnitID}/unit_event/${id}`)).body as UnitEvent;
  await printOne(invocation, { shape: 'UnitEvent', entity: event, slug: '-', details: eventDetails });
}

function eventDetails(event: UnitEvent): string {
  return details([
    ['Action', event.Action ?? ''],
    ['Result', event.Result ?? ''],
    ['Status', event.Status ?? 'None'],
    ['Created At', timeText(event.CreatedAt)],
    ['Terminated At', timeText(event.TerminatedAt)],
    ['Message', event.Message ?? ''],
    ...(isSet(event.BridgeWorkerID) ? [['Bridge Worker ID', event.BridgeWorkerID]] : []),
  ]);
}
