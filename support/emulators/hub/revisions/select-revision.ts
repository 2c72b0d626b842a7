import { badRequest } from '../errors/api-error';
import { isUuid } from '../routing/query';
import type { Call } from '../routing/route';
import { nameKey, numberKey } from '../store/tables';
import type { Unit } from '../units/model';
import type { Revision } from './model';

const FIELDS = [
  'HeadRevisionNum',
  'LiveRevisionNum',
  'LastAppliedRevisionNum',
  'PreviousLiveRevisionNum',
] as const;

/**
 * Finds the revision of a unit that a selector means: a number (negative: back from the head), a revision id, one of
 * the unit's own numbers by name, `Tag:…` and `ChangeSet:…` (an id, or `space/slug`), and `Before:` any of these.
 * @throws ApiError 400 when the selector is not understood or the unit has no such revision
 */
export function selectRevision(call: Call, unit: Unit, selector: string): Revision {
  if (selector.startsWith('Before:')) {
    const inner = selector.slice('Before:'.length);
    const first = inner.startsWith('ChangeSet:')
      ? taggedRevision(call, unit, changeSetOf(call, inner).StartTagID)
      : selectRevision(call, unit, inner);
    if (!first) throw unmarked(unit, inner);
    return numbered(call, unit, first.RevisionNum - 1, selector);
  }
  if (selector.startsWith('ChangeSet:') || selector.startsWith('Tag:')) {
    const marked = findMarked(call, unit, selector);
    if (!marked) throw unmarked(unit, selector);
    return marked;
  }
  const id = selector.startsWith('Revision:') ? selector.slice('Revision:'.length) : selector;
  if (isUuid(id)) return byId(call, unit, id.toLowerCase());
  const field = FIELDS.find((name) => name === selector);
  if (field) return numbered(call, unit, unit[field], selector);
  if (!/^-?\d{1,15}$/.test(selector))
    throw badRequest(
      `"${selector}" does not name a revision: use a number, a revision id, ${FIELDS.join(', ')}, Tag:…, ChangeSet:… or Before:…`,
    );
  const number = Number(selector);
  return numbered(call, unit, number < 0 ? unit.HeadRevisionNum + number : number, selector);
}

function numbered(call: Call, unit: Unit, number: number, selector: string): Revision {
  const [revision] = call.hub.database.tables.revisions.by('number', numberKey(unit.UnitID, number));
  if (!revision)
    throw badRequest(
      `unit ${unit.Slug} has no revision ${selector}${selector === String(number) ? '' : ` (number ${number})`}`,
    );
  return revision;
}

function byId(call: Call, unit: Unit, id: string): Revision {
  const revision = call.hub.database.tables.revisions.get(id);
  if (!revision || revision.UnitID !== unit.UnitID)
    throw badRequest(`unit ${unit.Slug} has no revision ${id}`);
  return revision;
}

/**
 * The revision of a unit that `ChangeSet:…` (where it was closed) or `Tag:…` marks; undefined when none is marked.
 * @throws ApiError 400 when there is no such change set or tag
 */
export function findMarked(call: Call, unit: Unit, selector: string): Revision | undefined {
  const isChangeSet = selector.startsWith('ChangeSet:');
  return taggedRevision(
    call,
    unit,
    isChangeSet ? changeSetOf(call, selector).EndTagID : tagId(call, selector),
  );
}

function taggedRevision(call: Call, unit: Unit, tag: string | null): Revision | undefined {
  const revisions = tag ? call.hub.database.tables.revisions.by('unit', unit.UnitID) : [];
  return revisions.filter((revision) => tag && Object.hasOwn(revision.Tags, tag)).at(-1);
}

function unmarked(unit: Unit, selector: string) {
  return badRequest(`unit ${unit.Slug} has no revision ${selector}`);
}

function changeSetOf(call: Call, selector: string) {
  const { changeSets } = call.hub.database.tables;
  const name = selector.slice('ChangeSet:'.length);
  const found = isUuid(name)
    ? changeSets.get(name.toLowerCase())
    : changeSets.by('slug', slugKey(call, name))[0];
  if (!found || found.OrganizationID !== call.caller.organization.OrganizationID)
    throw badRequest(`change set "${name}" does not exist`);
  return found;
}

function tagId(call: Call, selector: string): string {
  const { tags } = call.hub.database.tables;
  const name = selector.slice('Tag:'.length);
  const found = isUuid(name) ? tags.get(name.toLowerCase()) : tags.by('slug', slugKey(call, name))[0];
  if (!found || found.OrganizationID !== call.caller.organization.OrganizationID)
    throw badRequest(`tag "${name}" does not exist`);
  return found.TagID;
}

function slugKey(call: Call, name: string): string {
  const [space = '', slug = ''] = name.split('/');
  const organization = call.caller.organization.OrganizationID;
  const [home] = call.hub.database.tables.spaces.by('slug', nameKey(organization, space));
  if (!home) throw badRequest(`"${name}" must be an id or space/slug of an existing space`);
  return nameKey(home.SpaceID, slug);
}
