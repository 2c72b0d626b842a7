import type { Invocation } from '../invocation';
import { deletion } from '../output/deletion';
import { printDeleted } from '../output/results';
import { findEntity } from './find';
import { type Base, idOf, type Kind } from './kind';

/** Deletes one entity of a kind, or those that `--where` or the naming flag selects. */
export async function deleteEntities<Entity extends Base, Row>(
  invocation: Invocation,
  kind: Kind<Entity, Row>,
): Promise<void> {
  const { noun, path, idField, include } = kind;
  if (await deletion(invocation, { noun, flag: noun, path, idField, include, oneSpace: true })) return;
  const name = invocation.args[0] as string;
  const entity = await findEntity(invocation, kind, name);
  await invocation.hub.delete(`/space/${entity.SpaceID}${path}/${idOf(kind, entity)}`);
  printDeleted(invocation, noun, name, idOf(kind, entity));
}
