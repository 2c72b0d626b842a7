import { CHANGE_SET } from '../change-sets/kind';
import { findEntity } from '../entities/find';
import type { ChangeSet } from '../hub/entities';
import type { Invocation } from '../invocation';

/** The changeset with this slug (perhaps `space/slug`) or id. */
export function findChangeSet(invocation: Invocation, name: string): Promise<ChangeSet> {
  return findEntity(invocation, CHANGE_SET, name);
}
