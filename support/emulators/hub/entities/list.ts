import { badRequest } from '../errors/api-error';
import { filterTest, namedFilter } from '../filters/apply-filter';
import type { ParameterTypes } from '../routing/query';
import type { Call } from '../routing/route';
import type { Tables } from '../store/tables';
import { compileContains, compileWhere } from '../where/index';
import type { Listable, Relation, Relations } from './definition';
import { narrowed, readSelect, type Selected } from './select';
import { toWire } from './wire';

/** Query parameters of every list. */
export const LIST_QUERY: ParameterTypes = {
  where: 'string',
  contains: 'string',
  include: 'string',
  select: 'string',
  filter: 'uuid',
};

/** Query parameters of every get. */
export const GET_QUERY: ParameterTypes = { include: 'string', select: 'string' };

/**
 * The rows that `where`, `contains` and a named filter leave, space by space and by name: what came first may be chance.
 *
 * @throws ApiError or QueryError 400 for a bad expression
 */
export function choose<Row extends object>(call: Call, entity: Listable<Row>, rows: Row[]): Row[] {
  const tests: Array<(row: Row) => boolean> = [];
  const where = call.query.text('where');
  if (where !== undefined) tests.push(whereTest(call, entity, where));
  const filter = namedFilter(call, entity.kind);
  if (filter?.Where) tests.push(whereTest(call, entity, filter.Where));
  if (filter) tests.push(filterTest(filter));
  const text = call.query.text('contains');
  if (text !== undefined) {
    const holds = compileContains(entity.kind, text);
    tests.push((row) => holds({ [entity.kind]: row }));
  }
  const chosen = rows.filter((row) => tests.every((test) => test(row)));
  return inOrder(call.hub.database.tables, chosen);
}

function inOrder<Row extends object>(tables: Tables, rows: Row[]): Row[] {
  if (!rows[0] || !('Slug' in rows[0])) return rows;
  const keyed = rows.map((row) => ({ row, key: placeOf(tables, row) }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ row }) => row);
}

function placeOf(tables: Tables, row: { Slug?: string; SpaceID?: string }): string {
  return [(row.SpaceID && tables.spaces.get(row.SpaceID)?.Slug) ?? '', row.Slug].join('/');
}

/** A `where` expression as a test of rows. */
export function whereTest<Row extends object>(call: Call, entity: Listable<Row>, where: string) {
  const test = compileWhere(entity.kind, where);
  const { tables } = call.hub.database;
  return (row: Row) => test(withRelations(tables, entity, row));
}

/** Answers rows as `[{Unit: …, Space: …}]`, with what `include` and `select` ask for. */
export function answerList<Row extends object>(call: Call, entity: Listable<Row>, rows: Row[]): object[] {
  const included = readInclude(entity, call.query.text('include'));
  const only = readSelect(entity, call.query.text('select'));
  return rows.map((row) => extended(call, entity, row, included, only));
}

/** Answers one row in the extended form. */
export function answerOne<Row extends object>(call: Call, entity: Listable<Row>, row: Row): object {
  return answerList(call, entity, [row])[0] ?? {};
}

function extended<Row extends object>(
  call: Call,
  entity: Listable<Row>,
  row: Row,
  included: Array<Relation<Row>>,
  only: Selected | undefined,
): object {
  const wire: Record<string, unknown> = { [entity.kind]: selected(wireOf(call, entity, row), only?.own) };
  for (const relation of included) {
    const related = relation.find(call.hub.database.tables, row);
    if (Array.isArray(related)) wire[relation.as] = related;
    else if (related)
      wire[relation.as] = narrowed(toWire(relation.kind, related), only?.related.get(relation.as));
  }
  return Object.assign(wire, entity.extend?.(call, row));
}

/** The wire form of an entity's own row. */
export function wireOf<Row extends object>(call: Call, entity: Listable<Row>, row: Row): object {
  return entity.wire?.(call, row) ?? toWire(entity.kind, row);
}

function selected(wire: object, only: ReadonlySet<string> | undefined): object {
  if (!only) return wire;
  return Object.fromEntries(Object.entries(wire).filter(([name]) => only.has(name) || name === 'EntityType'));
}

function withRelations<Row extends object>(
  tables: Tables,
  entity: Listable<Row>,
  row: Row,
): Record<string, unknown> {
  const all: Record<string, unknown> = { [entity.kind]: row };
  for (const relation of Object.values(entity.relations)) all[relation.as] = relation.find(tables, row);
  return all;
}

function readInclude<Row>(entity: Listable<Row>, include: string | undefined): Array<Relation<Row>> {
  if (include === undefined) return [];
  return include.split(',').map((part) => relationOf(entity, part.trim()));
}

function relationOf<Row>(entity: Listable<Row>, name: string): Relation<Row> {
  const relations: Relations<Row> = entity.relations;
  const relation = Object.hasOwn(relations, name) ? relations[name] : undefined;
  if (!relation)
    throw badRequest(
      `include: ${entity.kind} has no relation "${name}"; it has ${Object.keys(relations).sort().join(', ')}`,
    );
  return relation;
}
