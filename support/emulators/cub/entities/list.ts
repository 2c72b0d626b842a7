import type { Invocation } from '../invocation';
import { selectFor } from '../lookup/select';
import { listing, printList } from '../output/results';
import type { Base, Kind } from './kind';

/** Lists a kind of entity in the space, or in all. */
export async function listEntities<Entity extends Base, Row>(
  invocation: Invocation,
  kind: Kind<Entity, Row>,
): Promise<void> {
  const { flags, hub, space } = invocation;
  const { body } = await hub.get(space.id === '*' ? kind.path : `/space/${space.id}${kind.path}`, {
    include: kind.include,
    where: flags.text('where'),
    contains: flags.text('contains'),
    select: selectFor(flags, kind.selectable),
  });
  await printList(invocation, {
    shape: kind.rowShape,
    rows: body as Row[],
    slug: (row) => kind.entityOf(row).Slug,
    display: (rows) =>
      listing(
        invocation,
        kind.header,
        rows.map((row) => kind.cells(row, space.id === '*' ? '' : space.slug)),
      ),
  });
}
