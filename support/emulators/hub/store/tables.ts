import type { ChangeSet } from '../change-sets/model';
import type { Filter } from '../filters/model';
import type { Mutation } from '../mutations/model';
import type { QueuedOperation } from '../operations/model';
import type { Organization, User } from '../organizations/model';
import type { Release } from '../releases/model';
import type { Revision } from '../revisions/model';
import type { Space } from '../spaces/model';
import type { Tag } from '../tags/model';
import type { Target } from '../targets/model';
import type { Trigger } from '../triggers/model';
import type { UnitEvent } from '../unit-events/model';
import type { Link } from '../unit-links/model';
import type { Unit } from '../units/model';
import type { BridgeWorker } from '../workers/model';
import { Table } from './table';

const organization = (row: { OrganizationID: string }) => row.OrganizationID;
const space = (row: { SpaceID: string }) => row.SpaceID;
const slug = (row: { SpaceID: string; Slug: string }) => nameKey(row.SpaceID, row.Slug);
const unit = (row: { UnitID: string }) => row.UnitID;

/** What entities that live in a space are looked up by. */
function resident<Row extends { OrganizationID: string; SpaceID: string; Slug: string }>() {
  return { organization, space, slug } as {
    [index in 'organization' | 'space' | 'slug']: (row: Row) => string | undefined;
  };
}

/** Key of the `slug` index: a slug is unique in its space (of a space: in its organization). */
export function nameKey(scopeId: string, slugText: string): string {
  return `${scopeId}/${slugText}`;
}

/** Key of the `number` indexes of revisions and mutations. */
export function numberKey(unitId: string, number: number): string {
  return `${unitId}#${number}`;
}

/** All tables of the hub, empty. */
export function createTables() {
  return {
    organizations: new Table((row: Organization) => row.OrganizationID, { slug: (row) => row.Slug }),
    users: new Table((row: User) => row.UserID, {
      organization,
      name: (row) => nameKey(row.OrganizationID, row.Username),
    }),
    spaces: new Table((row: Space) => row.SpaceID, {
      organization,
      slug: (row) => nameKey(row.OrganizationID, row.Slug),
      releaseTarget: (row) => row.ReleaseTargetID ?? undefined,
    }),
    units: new Table((row: Unit) => row.UnitID, {
      ...resident<Unit>(),
      upstream: (row) => row.UpstreamUnitID ?? undefined,
      target: (row) => row.TargetID ?? undefined,
      changeSet: (row) => row.ChangeSetID ?? undefined,
      organizationSlug: (row) => nameKey(row.OrganizationID, row.Slug),
    }),
    revisions: new Table((row: Revision) => row.RevisionID, {
      unit,
      number: (row) => numberKey(row.UnitID, row.RevisionNum),
    }),
    mutations: new Table((row: Mutation) => row.MutationID, {
      unit,
      number: (row) => numberKey(row.UnitID, row.MutationNum),
    }),
    links: new Table((row: Link) => row.LinkID, {
      ...resident<Link>(),
      from: (row) => row.FromUnitID,
      to: (row) => row.ToUnitID,
    }),
    targets: new Table((row: Target) => row.TargetID, {
      ...resident<Target>(),
      worker: (row) => row.BridgeWorkerID,
    }),
    workers: new Table((row: BridgeWorker) => row.BridgeWorkerID, resident<BridgeWorker>()),
    operations: new Table((row: QueuedOperation) => row.QueuedOperationID, {
      unit,
      open: (row) => (isOpen(row.Status) ? row.BridgeWorkerID : undefined),
    }),
    events: new Table((row: UnitEvent) => row.UnitEventID, {
      unit,
      operation: (row) => row.QueuedOperationID,
    }),
    releases: new Table((row: Release) => row.ReleaseID, { space }),
    changeSets: new Table((row: ChangeSet) => row.ChangeSetID, resident<ChangeSet>()),
    tags: new Table((row: Tag) => row.TagID, resident<Tag>()),
    filters: new Table((row: Filter) => row.FilterID, resident<Filter>()),
    triggers: new Table((row: Trigger) => row.TriggerID, resident<Trigger>()),
  };
}

/** True while a worker still has something to do for an operation of this status. */
export function isOpen(status: string): boolean {
  return !['Completed', 'Failed', 'Canceled', 'Aborted'].includes(status);
}

export type Tables = ReturnType<typeof createTables>;
export type TableName = keyof Tables;
export type RowOf<Name extends TableName> = Tables[Name] extends Table<infer Row, string> ? Row : never;
