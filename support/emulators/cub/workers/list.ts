import type { ExtendedBridgeWorker } from '../hub/entities';
import type { Invocation } from '../invocation';
import { selectFor } from '../lookup/select';
import { listing, printList } from '../output/results';
import { isNoTime, shortTime } from '../output/time';

const SELECTABLE = {
  entity: 'BridgeWorker',
  columns: ['BridgeWorker.Slug', 'BridgeWorker.Condition', 'Space.Slug', 'BridgeWorker.LastSeenAt'],
  include: 'SpaceID',
  base: ['Slug', 'BridgeWorkerID', 'SpaceID', 'OrganizationID', 'Secret'],
};

/** `cub worker list`: workers and whether they are connected. */
export async function listWorkers(invocation: Invocation): Promise<void> {
  const { flags, hub, space } = invocation;
  const { body } = await hub.get(space.id === '*' ? '/bridge_worker' : `/space/${space.id}/bridge_worker`, {
    where: flags.text('where'),
    contains: flags.text('contains'),
    include: 'SpaceID',
    select: selectFor(flags, SELECTABLE),
  });
  const cells = ({ BridgeWorker: worker, Space: home }: ExtendedBridgeWorker) => [
    worker.Slug,
    worker.Condition ?? '',
    home?.Slug ?? (space.id === '*' ? '' : space.slug),
    shortTime(isNoTime(worker.LastSeenAt) ? worker.CreatedAt : worker.LastSeenAt),
  ];
  await printList(invocation, {
    shape: 'ExtendedBridgeWorker',
    rows: body as ExtendedBridgeWorker[],
    slug: ({ BridgeWorker: worker }) => worker.Slug,
    display: (rows) => listing(invocation, ['Name', 'Condition', 'Space', 'Last-Seen'], rows.map(cells)),
  });
}
