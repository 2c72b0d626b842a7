import { badRequest, conflict, notFound } from '../errors/api-error';
import type { Answer, Call, Route } from '../routing/route';
import type { Space } from '../spaces/model';
import type { Table } from '../store/table';
import { nameKey } from '../store/tables';
import { bulkQuery, requireSelection, rowsToAnswer } from './bulk';
import type { Definition } from './definition';
import type { SpaceEntity } from './entity';
import { spaceOf } from './find';
import { answerList, answerOne, choose, GET_QUERY, LIST_QUERY, wireOf } from './list';
import { newResident, touched } from './make';
import { readPatch, readVersion, readWhole } from './read-fields';

type ResidentTable<Row extends object> = Table<Row, 'organization' | 'space' | 'slug'>;

/** The usual routes of an entity that lives in a space: list, create, get, replace, patch, delete, and in bulk. */
export function residentRoutes<Row extends SpaceEntity>(entity: Definition<Row>): Route[] {
  const inSpace = `/api/space/:space_id/${entity.path}`;
  const one = `${inSpace}/:id_id`;
  const all = `/api/${entity.path}`;
  return [
    {
      method: 'GET',
      path: inSpace,
      query: LIST_QUERY,
      handler: (call) => answerList(call, entity, choose(call, entity, inSpaceOf(call, entity))),
    },
    { method: 'POST', path: inSpace, handler: (call) => wireOf(call, entity, create(call, entity)) },
    {
      method: 'GET',
      path: one,
      query: GET_QUERY,
      handler: (call) => answerOne(call, entity, find(call, entity)),
    },
    { method: 'PUT', path: one, handler: (call) => wireOf(call, entity, replace(call, entity)) },
    {
      method: 'PATCH',
      path: one,
      handler: (call) => wireOf(call, entity, patch(call, entity, find(call, entity))),
    },
    { method: 'DELETE', path: one, handler: (call) => remove(call, entity, find(call, entity)) },
    {
      method: 'GET',
      path: all,
      query: { ...LIST_QUERY, summary: 'boolean' },
      handler: (call) => answerList(call, entity, choose(call, entity, everywhere(call, entity))),
    },
    { method: 'PATCH', path: all, query: bulkQuery(), handler: (call) => bulkPatch(call, entity) },
    { method: 'DELETE', path: all, query: bulkQuery(), handler: (call) => bulkDelete(call, entity) },
  ];
}

function tableOf<Row extends SpaceEntity>(call: Call, entity: Definition<Row>): ResidentTable<Row> {
  return call.hub.database.tables[entity.table] as unknown as ResidentTable<Row>;
}

function inSpaceOf<Row extends SpaceEntity>(call: Call, entity: Definition<Row>): Row[] {
  return tableOf(call, entity).by('space', spaceOf(call).SpaceID);
}

function everywhere<Row extends SpaceEntity>(call: Call, entity: Definition<Row>): Row[] {
  return tableOf(call, entity).by('organization', call.caller.organization.OrganizationID);
}

function find<Row extends SpaceEntity>(call: Call, entity: Definition<Row>): Row {
  const space = spaceOf(call);
  const row = tableOf(call, entity).get(call.params.id_id ?? '');
  if (!row || row.SpaceID !== space.SpaceID)
    throw notFound(`${entity.noun} ${call.params.id_id} not found in space ${space.Slug}`);
  return row;
}

function save<Row extends SpaceEntity>(
  call: Call,
  entity: Definition<Row>,
  row: Row,
  before: Row | undefined,
): Row {
  const [other] = tableOf(call, entity).by('slug', nameKey(row.SpaceID, row.Slug));
  if (other && (!before || other.Slug !== before.Slug))
    throw badRequest(`a ${entity.noun} "${row.Slug}" already exists in this space`);
  const checked = entity.check?.(call, row, before) ?? row;
  call.hub.database.put(entity.table, checked as never);
  entity.saved?.(call, checked, before);
  return checked;
}

function create<Row extends SpaceEntity>(call: Call, entity: Definition<Row>): Row {
  return createIn(call, entity, spaceOf(call), call.body);
}

/** Makes a row in a space from a body. @throws ApiError 400 */
export function createIn<Row extends SpaceEntity>(
  call: Call,
  entity: Definition<Row>,
  space: Space,
  body: unknown,
): Row {
  const values = readWhole(entity.kind, entity.fields, body, true);
  if (!values.Slug && entity.defaultSlug)
    values.Slug = freeSlug(call, entity, space, entity.defaultSlug(call, values));
  const row = {
    ...newResident(call, entity.kind, values, space),
    [entity.id]: call.hub.ids(),
    ...entity.defaults(call),
    ...values,
  } as unknown as Row;
  return call.hub.database.transact(() => save(call, entity, row, undefined));
}

function freeSlug<Row extends SpaceEntity>(
  call: Call,
  entity: Definition<Row>,
  space: Space,
  wanted: string,
): string {
  const table = tableOf(call, entity);
  let slug = wanted;
  for (let number = 2; table.count('slug', nameKey(space.SpaceID, slug)) > 0; number++)
    slug = `${wanted}-${number}`;
  return slug;
}

function replace<Row extends SpaceEntity>(call: Call, entity: Definition<Row>): Row {
  const before = find(call, entity);
  const version = readVersion(entity.kind, call.body);
  const values = readWhole(entity.kind, entity.fields, call.body, false);
  if (version !== undefined && version !== before.Version)
    throw conflict(
      `${entity.noun} ${before.Slug} was changed since version ${version}; it is at ${before.Version}`,
    );
  const row = touched(call, { ...before, Labels: {}, Annotations: {}, ...entity.defaults(call), ...values });
  return call.hub.database.transact(() => save(call, entity, row, before));
}

function patch<Row extends SpaceEntity>(call: Call, entity: Definition<Row>, before: Row): Row {
  const row = touched(call, { ...before, ...readPatch(entity.kind, entity.fields, call.body, before) });
  return call.hub.database.transact(() => save(call, entity, row, before));
}

function remove<Row extends SpaceEntity>(call: Call, entity: Definition<Row>, row: Row): object {
  return call.hub.database.transact(() => {
    entity.removing?.(call, row);
    call.hub.database.remove(entity.table, String((row as unknown as Record<string, unknown>)[entity.id]));
    entity.removed?.(call, row);
    return { Message: `${entity.noun} ${row.Slug} deleted` };
  });
}

function bulkPatch<Row extends SpaceEntity>(call: Call, entity: Definition<Row>): Answer {
  requireSelection(call);
  return rowsToAnswer(choose(call, entity, everywhere(call, entity)), entity.kind, entity.id, (row) => ({
    [entity.kind]: wireOf(call, entity, patch(call, entity, row)),
  }));
}

function bulkDelete<Row extends SpaceEntity>(call: Call, entity: Definition<Row>): Answer {
  requireSelection(call);
  return rowsToAnswer(choose(call, entity, everywhere(call, entity)), entity.kind, entity.id, (row) =>
    remove(call, entity, row),
  );
}
