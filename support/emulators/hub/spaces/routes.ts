import { bulkQuery, requireSelection, rowsToAnswer } from '../entities/bulk';
import { checkReference } from '../entities/check-reference';
import { spaceOf } from '../entities/find';
import { answerList, answerOne, choose, GET_QUERY, LIST_QUERY } from '../entities/list';
import { newNamedEntity, touched } from '../entities/make';
import { demanded } from '../entities/narrow';
import { readPatch, readVersion, readWhole } from '../entities/read-fields';
import { toWire } from '../entities/wire';
import { badRequest, conflict } from '../errors/api-error';
import type { ParameterTypes } from '../routing/query';
import type { Call, Route } from '../routing/route';
import { nameKey } from '../store/tables';
import { SPACE } from './definition';
import { deleteSpace } from './delete-space';
import type { Space } from './model';
import { summarize } from './summary';

const SUMMARY: ParameterTypes = { summary: 'boolean' };
const DELETE_QUERY: ParameterTypes = { recursive: 'boolean', recursive_force: 'boolean', detach: 'boolean' };

/** Spaces: the places that units live in. */
export const spaceRoutes: Route[] = [
  { method: 'GET', path: '/api/space', query: { ...LIST_QUERY, ...SUMMARY }, handler: list },
  { method: 'POST', path: '/api/space', query: { allow_exists: 'boolean' }, handler: create },
  { method: 'GET', path: '/api/space/:space_id', query: { ...GET_QUERY, ...SUMMARY }, handler: get },
  { method: 'PUT', path: '/api/space/:space_id', handler: replace },
  {
    method: 'PATCH',
    path: '/api/space/:space_id',
    handler: (call) => toWire('Space', patch(call, spaceOf(call))),
  },
  {
    method: 'DELETE',
    path: '/api/space/:space_id',
    query: DELETE_QUERY,
    handler: (call) => deleteSpace(call, spaceOf(call)),
  },
  { method: 'PATCH', path: '/api/_space', query: bulkQuery(), handler: bulkPatch },
  { method: 'DELETE', path: '/api/_space', query: bulkQuery(DELETE_QUERY), handler: bulkDelete },
];

function list(call: Call): object[] {
  const rows = choose(call, SPACE, candidates(call));
  const answers = answerList(call, SPACE, rows);
  if (!call.query.flag('summary')) return answers;
  return answers.map((answer, at) => ({ ...answer, ...summarize(call, rows[at] as Space) }));
}

/** The spaces that a `where` can be about: by slug when it demands one, else all of the organization. */
function candidates(call: Call): Space[] {
  const { spaces } = call.hub.database.tables;
  const organization = call.caller.organization.OrganizationID;
  const slugs = demanded(call.query.text('where'), ['Slug', 'Space.Slug']);
  if (!slugs) return spaces.by('organization', organization);
  return [...new Set(slugs)].flatMap((slug) => spaces.by('slug', nameKey(organization, slug)));
}

function get(call: Call): object {
  const space = spaceOf(call);
  const answer = answerOne(call, SPACE, space);
  return call.query.flag('summary') ? { ...answer, ...summarize(call, space) } : answer;
}

function create(call: Call): object {
  const values = readWhole('Space', SPACE.fields, call.body, true);
  const { ReleaseTargetID } = values as Partial<Space>;
  const space: Space = {
    ...newNamedEntity(call, 'Space', values),
    SpaceID: call.hub.ids(),
    ...(ReleaseTargetID && { ReleaseTargetID }),
  };
  const [existing] = call.hub.database.tables.spaces.by('slug', nameKey(space.OrganizationID, space.Slug));
  if (existing && call.query.flag('allow_exists')) return toWire('Space', existing);
  return toWire('Space', save(call, space, undefined));
}

function replace(call: Call): object {
  const before = spaceOf(call);
  const values = readWhole('Space', SPACE.fields, call.body, false);
  const version = readVersion('Space', call.body);
  if (version !== undefined && version !== before.Version)
    throw conflict(`space ${before.Slug} was changed since version ${version}; it is at ${before.Version}`);
  return toWire(
    'Space',
    save(call, touched(call, { ...before, Labels: {}, Annotations: {}, ...values }), before),
  );
}

function patch(call: Call, before: Space): Space {
  return save(
    call,
    touched(call, { ...before, ...readPatch('Space', SPACE.fields, call.body, before) }),
    before,
  );
}

function save(call: Call, space: Space, before: Space | undefined): Space {
  const taken = call.hub.database.tables.spaces.count('slug', nameKey(space.OrganizationID, space.Slug)) > 0;
  if (taken && space.Slug !== before?.Slug) throw badRequest(`a space "${space.Slug}" already exists`);
  checkReference(call, 'targets', 'target', space.ReleaseTargetID ?? null);
  if (!space.Slug) throw badRequest('Space.Slug must not be empty');
  call.hub.database.transact(() => call.hub.database.put('spaces', space));
  return space;
}

function bulkPatch(call: Call) {
  requireSelection(call);
  const rows = choose(call, SPACE, candidates(call));
  return rowsToAnswer(rows, 'Space', 'SpaceID', (row) => ({ Space: toWire('Space', patch(call, row)) }));
}

function bulkDelete(call: Call) {
  requireSelection(call);
  return rowsToAnswer(choose(call, SPACE, candidates(call)), 'Space', 'SpaceID', (row) =>
    deleteSpace(call, row),
  );
}
