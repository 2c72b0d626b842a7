import type { Invocation } from '../invocation';
import { selectGiven } from '../lookup/select';
import { printOne } from '../output/results';
import { findEntity } from './find';
import type { Base, Kind } from './kind';

/** Shows one entity of a kind. */
export async function getEntity<Entity extends Base, Row>(
  invocation: Invocation,
  kind: Kind<Entity, Row>,
): Promise<void> {
  const entity = await findEntity(
    invocation,
    kind,
    invocation.args[0] as string,
    selectGiven(invocation.flags),
  );
  await printOne(invocation, { shape: kind.shape, entity, slug: entity.Slug, details: kind.details });
}
