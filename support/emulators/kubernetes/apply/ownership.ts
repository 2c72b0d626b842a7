import { isDeepStrictEqual } from 'node:util';
import type { FieldType } from '../schema/types';
import type { Json } from '../store/kube-object';
import { compare } from './compare';
import { applyConflict, type Conflict } from './conflict';
import { FieldSet } from './field-set';
import { fieldsOf, withNamedParents } from './fields-of';
import { capUpdaters, identityOf, type Manager, type Ownerships } from './managers';
import { mergeApplied } from './merge';
import { withoutFields } from './remove';

type Members = { [field: string]: Json };

/** One write, for tracking who owns what. */
export interface TrackedWrite {
  /** The object before, without managedFields; on creation what an object of the kind is when nothing is said. */
  live: Members;
  type: FieldType;
  ownerships: Ownerships;
  who: Manager;
  /** RFC 3339 */
  time: string;
  /** Fields that this write cannot change, such as the status when the main resource is written. */
  ignored: FieldSet;
  /** Fields that an applier may take from others without force. */
  yielded?: FieldSet;
}

const NEVER_OWNED = new FieldSet();
for (const path of [
  ['f:apiVersion'],
  ['f:kind'],
  ['f:metadata'],
  ...[
    'name',
    'namespace',
    'creationTimestamp',
    'selfLink',
    'uid',
    'clusterName',
    'generation',
    'managedFields',
  ]
    .concat('resourceVersion')
    .map((field) => ['f:metadata', `f:${field}`]),
]) {
  NEVER_OWNED.insert(path);
}

/** Who owns what after an object was replaced or patched: the writer owns what it changed, others lose that. */
export function trackUpdate(write: TrackedWrite, updated: Members): Ownerships {
  const { added, modified, removed } = compare(write.live, updated, write.type);
  const drop = (set: FieldSet): FieldSet => set.difference(write.ignored, true);
  const taken = drop(modified).union(drop(added));
  const ownerships = loseFields(write.ownerships, taken, drop(removed));
  const mine = taken.difference(NEVER_OWNED);
  if (!mine.isEmpty()) {
    const id = identityOf(write.who);
    const earlier = ownerships.get(id);
    ownerships.set(id, {
      who: write.who,
      fields: earlier ? mine.union(earlier.fields) : mine,
      time: write.time,
    });
  }
  capUpdaters(ownerships);
  return ownerships;
}

function loseFields(ownerships: Ownerships, taken: FieldSet, removed: FieldSet, except?: string): Ownerships {
  const result: Ownerships = new Map();
  for (const [id, ownership] of ownerships) {
    const fields = id === except ? ownership.fields : ownership.fields.difference(taken).difference(removed);
    if (!fields.isEmpty()) result.set(id, { ...ownership, fields });
  }
  return result;
}

/**
 * Server-side apply: the live object with the configuration laid over it, without what the manager applied before
 * and nobody else owns. Follows `merge.Updater.Apply` of structured-merge-diff.
 *
 * @returns the new object and ownerships; `changed` is false when the object stays as it is
 * @throws ApiError 409 when another manager owns a field that would change, unless forced
 */
export function applyConfiguration(
  write: TrackedWrite,
  applied: Members,
  force: boolean,
): { object: Members; ownerships: Ownerships; changed: boolean } {
  const id = identityOf(write.who);
  const merged = mergeApplied(write.live, applied, write.type) as Members;
  const last = write.ownerships.get(id);
  const mine = fieldsOf(applied, write.type).difference(write.ignored, true);
  const claimed: Ownerships = new Map(write.ownerships);
  claimed.set(id, { ...last, who: write.who, fields: mine });
  const object = last ? prune(merged, last.fields, claimed, write.type) : merged;
  const { added, modified, removed } = compare(write.live, object, write.type);
  const drop = (set: FieldSet): FieldSet => set.difference(write.ignored, true);
  const taken = drop(modified).union(drop(added));
  const conflicts = force ? [] : findConflicts(claimed, taken, id, write.yielded);
  if (conflicts.length > 0) throw applyConflict(conflicts);
  const ownerships = loseFields(claimed, taken, drop(removed), id);
  const owned = mine.difference(NEVER_OWNED);
  const changed = !isDeepStrictEqual(write.live, object);
  const time = changed || !last?.time ? write.time : last.time;
  if (owned.isEmpty()) ownerships.delete(id);
  else ownerships.set(id, { who: write.who, fields: owned, time });
  return { object, ownerships, changed };
}

function findConflicts(
  ownerships: Ownerships,
  taken: FieldSet,
  applier: string,
  yielded = new FieldSet(),
): Conflict[] {
  const conflicts: Conflict[] = [];
  for (const [id, { who, fields }] of ownerships) {
    if (id === applier) continue;
    for (const path of fields.intersection(taken).paths()) {
      if (!yielded.has(path)) conflicts.push({ manager: who, path });
    }
  }
  return conflicts;
}

/** Takes away what the manager applied last time, not this time, and nobody else owns. */
function prune(merged: Members, last: FieldSet, ownerships: Ownerships, type: FieldType): Members {
  const lastNamed = withNamedParents(last, type);
  const pruned = withoutFields(merged, lastNamed, type) as Members;
  let owned = new FieldSet();
  for (const { fields } of ownerships.values()) owned = owned.union(fields);
  const mergedFields = withNamedParents(fieldsOf(merged, type), type);
  const keep = withNamedParents(fieldsOf(pruned, type), type).union(withNamedParents(owned, type));
  const withOwned = withoutFields(merged, mergedFields.difference(keep), type) as Members;
  const kept = withNamedParents(fieldsOf(withOwned, type), type);
  return withoutFields(merged, mergedFields.difference(kept).intersection(lastNamed), type) as Members;
}
