/** What a `where` expression can be asked of. */
export type EntityKind =
  | 'Organization'
  | 'Space'
  | 'Unit'
  | 'Revision'
  | 'Mutation'
  | 'Link'
  | 'Target'
  | 'BridgeWorker'
  | 'UnitEvent'
  | 'QueuedOperation'
  | 'ChangeSet'
  | 'Tag'
  | 'Filter'
  | 'Trigger'
  | 'View'
  | 'User';

/** A row as the list endpoints answer it: the entity and its relations by name, `{Unit: {...}, Space: {...}}`. */
export type ExtendedRow = Record<string, unknown>;

/** A bad expression; the hub answers 400 with the message. */
export class QueryError extends Error {
  readonly status = 400;
  override readonly name = 'QueryError';
}
