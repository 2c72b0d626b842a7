import type { ExtendedTarget } from '../hub/entities';
import type { Invocation } from '../invocation';
import { selectFor } from '../lookup/select';
import { listing, printList } from '../output/results';

const INCLUDE = 'SpaceID,BridgeWorkerID';

const SELECTABLE = {
  entity: 'Target',
  columns: ['Target.Slug', 'BridgeWorker.Slug', 'Target.ProviderType', 'Target.Parameters', 'Space.Slug'],
  include: INCLUDE,
  base: ['Slug', 'TargetID', 'BridgeWorkerID', 'SpaceID', 'OrganizationID'],
};

/** `cub target list`: where the units of a space, or of all, can be applied. */
export async function listTargets(invocation: Invocation): Promise<void> {
  const { flags, hub, space } = invocation;
  const { body } = await hub.get(space.id === '*' ? '/target' : `/space/${space.id}/target`, {
    where: flags.text('where'),
    contains: flags.text('contains'),
    include: INCLUDE,
    select: selectFor(flags, SELECTABLE),
  });
  const cells = (row: ExtendedTarget) => [
    row.Target.Slug,
    row.BridgeWorker?.Slug ?? '',
    row.Target.ProviderType,
    row.Target.Parameters ?? '',
    row.Space?.Slug ?? '',
  ];
  await printList(invocation, {
    shape: 'ExtendedTarget',
    rows: body as ExtendedTarget[],
    slug: ({ Target: target }) => target.Slug,
    display: (rows) =>
      listing(invocation, ['Name', 'Worker', 'ProviderType', 'Parameters', 'Space'], rows.map(cells)),
  });
}
