import type { ExtendedSpace, Space } from '../hub/entities';
import { commonRows, details } from '../output/pairs';

function rows(space: Space): string[][] {
  return [['ID', space.SpaceID], ['Name', space.Slug], ...commonRows(space)];
}

/** Details of a space as a table. */
export function spaceDetails(space: Space): string {
  return details(rows(space));
}

/** The sum of a map of counts. */
export function total(counts: Record<string, number> | null | undefined): number {
  return Object.values(counts ?? {}).reduce((sum, count) => sum + count, 0);
}

/** Details of a space and what it holds. */
export function extendedSpaceDetails(extended: ExtendedSpace): string {
  const counts: Array<[string, number | undefined]> = [
    ['# Units', extended.TotalUnitCount],
    ['# Unapplied Units', extended.UnappliedUnitCount],
    ['# Unapproved Units', extended.UnapprovedUnitCount],
    ['# Gated Units', extended.GatedUnitCount],
    ['# Upgradable Units', extended.UpgradableUnitCount],
    ['# Unlinked Units', extended.UnlinkedUnitCount],
    ['# Recently Changed Units', extended.RecentChangeUnitCount],
    ['# Incomplete Applies', extended.IncompleteApplyUnitCount],
    ['# Workers', extended.TotalBridgeWorkerCount],
    ['# Targets', total(extended.TargetCountByToolchainType)],
    ['# Triggers', total(extended.TriggerCountByEventType)],
  ];
  return details([...rows(extended.Space), ...counts.map(([name, count]) => [name, String(count ?? 0)])]);
}
