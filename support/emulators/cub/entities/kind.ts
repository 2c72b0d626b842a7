import type { Selectable } from '../lookup/select';

/** What the commands of a simple entity (changeset, tag, filter, trigger) need to know about it. */
export interface Kind<Entity, Row> {
  /** What messages call it; also the name of its group, and of the flag that names several. */
  noun: string;
  /** The path under a space, and of all spaces. */
  path: string;
  /** The name of the entity in the API, as `ChangeSet`, and of a row that holds one. */
  shape: string;
  rowShape: string;
  idField: string;
  include: string;
  selectable: Selectable;
  header: readonly string[];
  cells: (row: Row, spaceSlug: string) => string[];
  entityOf: (row: Row) => Entity;
  details: (entity: Entity) => string;
}

export interface Base {
  Slug: string;
  SpaceID: string;
  OrganizationID: string;
  DisplayName?: string;
  Labels?: Record<string, string>;
  Version?: number;
}

/** The id of an entity of a kind. */
export function idOf<Entity extends object, Row>(kind: Kind<Entity, Row>, entity: Entity): string {
  return String((entity as Record<string, unknown>)[kind.idField] ?? '');
}
