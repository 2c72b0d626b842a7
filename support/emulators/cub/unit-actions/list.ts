import type { UnitEvent } from '../hub/entities';
import type { Invocation } from '../invocation';
import { listing, printList } from '../output/results';
import { isNoTime, timeText } from '../output/time';
import { eventsOf } from '../unit-events/events';

const HEADER = ['Action', 'Status', 'Result', 'Revision', 'Started-At', 'Terminated-At'];

/** `cub unit-action list`: the actions on a unit, newest first, each with the last that was reported of it. */
export async function listUnitActions(invocation: Invocation): Promise<void> {
  const events = await eventsOf(invocation, invocation.args[0] as string, invocation.flags.text('where'));
  const seen = new Set<string>();
  const latest = events.filter(({ QueuedOperationID: id }) => !seen.has(id) && seen.add(id));
  await printList(invocation, {
    shape: 'UnitEvent',
    rows: latest,
    slug: ({ QueuedOperationID }) => QueuedOperationID,
    display: (rows) => listing(invocation, HEADER, rows.map(cells)),
  });
}

function cells(event: UnitEvent): string[] {
  return [
    event.Action ?? '',
    event.Status ?? 'None',
    event.Result ?? '',
    String(event.RevisionNum ?? 0),
    timeText(event.StartedAt),
    isNoTime(event.TerminatedAt) ? '' : timeText(event.TerminatedAt),
  ];
}
