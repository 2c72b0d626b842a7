import type { Call } from '../routing/route';
import type { Unit } from '../units/model';
import type { Space } from './model';

/** The counts that `summary=true` adds to a space. */
export function summarize(call: Call, space: Space): object {
  const { tables } = call.hub.database;
  const units = tables.units.by('space', space.SpaceID);
  const count = (test: (unit: Unit) => boolean) => units.filter(test).length;
  return {
    TotalUnitCount: units.length,
    GatedUnitCount: count((unit) => Object.keys(unit.ApplyGates).length > 0),
    UpgradableUnitCount: count((unit) => isBehind(call, unit)),
    UnappliedUnitCount: count((unit) => unit.HeadRevisionNum > unit.LiveRevisionNum),
    IncompleteApplyUnitCount: count((unit) => unit.LastAppliedRevisionNum > unit.LiveRevisionNum),
    UnapprovedUnitCount: count((unit) => unit.ApprovedBy.length === 0),
    UnlinkedUnitCount: count((unit) => tables.links.count('from', unit.UnitID) === 0),
    RecentChangeUnitCount: units.length,
    TotalBridgeWorkerCount: tables.workers.count('space', space.SpaceID),
    TargetCountByToolchainType: countBy(
      tables.targets.by('space', space.SpaceID),
      (row) => row.ToolchainType,
    ),
    TriggerCountByEventType: countBy(tables.triggers.by('space', space.SpaceID), (row) => row.Event),
  };
}

/** True when the unit's upstream has moved on since the clone or the last upgrade. */
export function isBehind(call: Call, unit: Unit): boolean {
  const upstream = unit.UpstreamUnitID && call.hub.database.tables.units.get(unit.UpstreamUnitID);
  return Boolean(upstream && unit.UpstreamRevisionNum < upstream.HeadRevisionNum);
}

function countBy<Row>(rows: Row[], keyOf: (row: Row) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const row of rows) counts[keyOf(row)] = (counts[keyOf(row)] ?? 0) + 1;
  return counts;
}
