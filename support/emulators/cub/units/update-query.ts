import { Failure } from '../failure';
import type { Unit } from '../hub/entities';
import type { Query } from '../hub/query';
import type { Invocation } from '../invocation';
import { findChangeSet } from '../lookup/change-sets';
import { isId, NIL_ID } from '../lookup/ids';
import { splitPath } from '../lookup/paths';
import { findRevision } from '../lookup/revisions';
import { findTarget } from '../lookup/targets';
import { findUnit } from '../lookup/units';
import { resolveRevision } from './revision';

const FIELDS = ['LiveRevisionNum', 'LastAppliedRevisionNum', 'PreviousLiveRevisionNum'];

/** Whether the server makes the new config data itself: by a restore, an upgrade or a merge. */
export function isChangedByServer({ flags }: Invocation): boolean {
  return flags.on('upgrade') || flags.text('restore') !== '' || flags.text('merge-source') !== '';
}

/** The attributes that an update's flags set on a unit. */
export async function changeFields(invocation: Invocation): Promise<Record<string, unknown>> {
  const { flags } = invocation;
  const changeset = flags.text('changeset');
  const target = flags.text('target');
  return {
    ...(flags.text('change-desc') === '' ? {} : { LastChangeDescription: flags.text('change-desc') }),
    ...(target === ''
      ? {}
      : { TargetID: target === '-' ? NIL_ID : (await findTarget(invocation, target)).Target.TargetID }),
    ...(changeset === '' || !flags.on('patch') ? {} : { ChangeSetID: await changeSetId(invocation) }),
  };
}

async function changeSetId(invocation: Invocation): Promise<string | null> {
  const name = invocation.flags.text('changeset');
  return name === '-' ? null : (await findChangeSet(invocation, name)).ChangeSetID;
}

/** The query of an update. `unit` is the one that is updated, or undefined for many. */
export async function changeQuery(invocation: Invocation, unit: Unit | undefined): Promise<Query> {
  const { flags } = invocation;
  const changeset = flags.text('changeset');
  return {
    upgrade: flags.on('upgrade') ? 'true' : undefined,
    dry_run: flags.on('dry-run') ? 'true' : undefined,
    protect: flags.on('protect') ? 'true' : undefined,
    change_set_id:
      changeset === '' || changeset === '-' ? undefined : ((await changeSetId(invocation)) ?? undefined),
    ...(await restoreQuery(invocation, unit)),
    ...(await mergeQuery(invocation)),
  };
}

async function restoreQuery(invocation: Invocation, unit: Unit | undefined): Promise<Query> {
  const text = invocation.flags.text('restore');
  if (text === '') return {};
  if (FIELDS.includes(text)) return { restore: text };
  if (isId(text)) return { revision_id: text };
  if (/^[+-]?\d+$/.test(text) && unit !== undefined) {
    const number = Number(text) < 0 ? (unit.HeadRevisionNum ?? 0) + Number(text) : Number(text);
    return { revision_id: (await findRevision(invocation, unit.UnitID, number)).RevisionID };
  }
  if (!invocation.capabilities.has('restore-named') || !text.includes(':')) {
    throw new Failure(
      `invalid restore value '${text}': must be a UUID (revision ID), integer (revision number), or one of ${FIELDS.join('/')}`,
    );
  }
  return { restore: await resolveRevision(invocation, text) };
}

async function mergeQuery(invocation: Invocation): Promise<Query> {
  const { flags, space } = invocation;
  const source = flags.text('merge-source');
  if (source === '') return {};
  return {
    merge_source: source === 'Self' ? source : await sourceUnit(invocation, source, space.id),
    merge_base: await resolveRevision(invocation, flags.text('merge-base')),
    merge_end: await resolveRevision(invocation, flags.text('merge-end')),
    where_mutation: flags.text('where-mutation'),
  };
}

async function sourceUnit(invocation: Invocation, name: string, spaceId: string): Promise<string> {
  if (isId(name)) return name;
  const { spaceId: sourceSpace, slug } = await splitPath(invocation, name, spaceId);
  return (await findUnit(invocation, slug, sourceSpace)).UnitID;
}
