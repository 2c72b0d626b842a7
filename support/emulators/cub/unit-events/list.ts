import type { UnitEvent } from '../hub/entities';
import type { Invocation } from '../invocation';
import { listing, printList } from '../output/results';
import { isNoTime, timeText } from '../output/time';
import { eventsOf } from './events';

const HEADER = ['Action', 'Result', 'Status', 'Created-At', 'Terminated-At', 'Message'];

/** `cub unit-event list`: what was reported of the actions on a unit, newest first. */
export async function listUnitEvents(invocation: Invocation): Promise<void> {
  const rows = await eventsOf(invocation, invocation.args[0] as string, invocation.flags.text('where'));
  await printList(invocation, {
    shape: 'UnitEvent',
    rows,
    slug: () => '-',
    display: (events) => listing(invocation, HEADER, events.map(cells)),
  });
}

function cells(event: UnitEvent): string[] {
  return [
    event.Action ?? '',
    event.Result ?? '',
    event.Status ?? 'None',
    timeText(event.CreatedAt),
    isNoTime(event.TerminatedAt) ? '' : timeText(event.TerminatedAt),
    event.Message ?? '',
  ];
}
