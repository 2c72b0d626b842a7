import type { Call } from '../routing/route';
import type { TableName, Tables } from '../store/tables';
import type { EntityKind } from '../where/model';
import type { Fields } from './fields';

/** A relation that `include` can bring and `where` can look through. */
export interface Relation<Row> {
  /** Name in the extended row, e.g. `UpstreamUnit`. */
  as: string;
  /** Kind of what it brings; decides its wire form. */
  kind: EntityKind | 'Set' | 'Invocation';
  find: (tables: Tables, row: Row) => object | undefined;
}

/** Relations by the name that `include` uses, e.g. `UpstreamUnitID`. */
export type Relations<Row> = Record<string, Relation<Row>>;

/** What lists need to know about an entity. */
export interface Listable<Row> {
  kind: EntityKind;
  fields: Fields;
  relations: Relations<Row>;
  /** Adds computed parts to the extended row of an answer. */
  extend?: (call: Call, row: Row) => object;
  /** The wire form of its own rows, when it is not the usual one. */
  wire?: (call: Call, row: Row) => object;
  /** Names of those computed parts, e.g. `UnitStatus`. */
  parts?: string[];
}

/** An entity that lives in a space and has the usual routes. */
export interface Definition<Row> extends Listable<Row> {
  /** Path segment, e.g. `change_set`. */
  path: string;
  /** How messages call it, e.g. `change set`. */
  noun: string;
  table: TableName;
  /** Name of its id, e.g. `TagID`. */
  id: string;
  /** Values of its own fields when the client gives none. */
  defaults: (call: Call) => object;
  /** A slug for a row that the client gives none; a number is added when it is taken. */
  defaultSlug?: (call: Call, values: Record<string, unknown>) => string;
  /** Refuses a row that must not be saved, or completes it. */
  check?: (call: Call, row: Row, before: Row | undefined) => Row;
  /** What follows from a row that was saved. */
  saved?: (call: Call, row: Row, before: Row | undefined) => void;
  /** Refuses a removal, or removes what goes with it. */
  removing?: (call: Call, row: Row) => void;
  /** What follows from a removal. */
  removed?: (call: Call, row: Row) => void;
}
