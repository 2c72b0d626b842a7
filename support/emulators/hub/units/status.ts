import type { Tables } from '../store/tables';
import type { Unit } from './model';

/** What `unit list` shows of a unit's last action and of its life in the cluster. */
export function unitStatus(tables: Tables, unit: Unit): object {
  const event = unit.LatestUnitEventID ? tables.events.get(unit.LatestUnitEventID) : undefined;
  return {
    Status: statusOf(unit, event),
    Drift: event?.Result === 'RefreshAndDrifted' ? 'Drifted' : '',
    Action: event?.Action ?? 'N/A',
    ActionResult: event?.Result ?? 'None',
    ActionStartedAt: event?.StartedAt ?? null,
    ActionTerminatedAt: event?.TerminatedAt ?? null,
  };
}

function statusOf(unit: Unit, event: { Status: string } | undefined): string {
  if (event && event.Status !== 'Completed') return event.Status;
  return unit.LiveRevisionNum > 0 ? 'Ready' : 'NoLive';
}
