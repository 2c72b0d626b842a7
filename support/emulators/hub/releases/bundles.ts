import type { Hub } from '../hub';
import type { Call, LineStream } from '../routing/route';
import { StreamAnswer } from '../routing/route';
import { releasesFor } from './latest';
import type { Release } from './model';

/**
 * Tells a puller the newest bundle of each space that is released to targets of its worker, and from then on each one
 * that is published. Not part of ConfigHub, whose bundles are OCI artifacts of a registry.
 */
export function streamBundles(call: Call, workerId: string): StreamAnswer {
  const { hub } = call;
  return new StreamAnswer((stream) => {
    hub.pullers.connect(workerId, stream, hub.now());
    stream.onClose(() => void hub.pullers.disconnect(workerId, stream));
    for (const release of releasesFor(hub, workerId)) send(hub, stream, release);
  });
}

/** Sends a release to the puller that waits for it, once it is on disk. Without one it stays the newest bundle. */
export async function offer(hub: Hub, release: Release): Promise<void> {
  await hub.database.durable();
  const target = hub.database.tables.targets.get(release.TargetID);
  const stream = target && hub.pullers.streamOf(target.BridgeWorkerID);
  if (stream) send(hub, stream, release);
}

function send(hub: Hub, stream: LineStream, release: Release): void {
  stream.send(`data: ${JSON.stringify(bundleOf(hub, release))}\n`);
}

function bundleOf(hub: Hub, { ReleaseNum, Digest, SpaceID, TargetID, Units }: Release): object {
  const { spaces, targets } = hub.database.tables;
  const units = Units.map(({ Slug, RevisionNum, Data }) => ({
    Slug,
    RevisionNum,
    Data: Buffer.from(Data).toString('base64'),
  }));
  return {
    SpaceID,
    SpaceSlug: spaces.get(SpaceID)?.Slug,
    ReleaseNum,
    Digest,
    TargetParams: Buffer.from(targets.get(TargetID)?.Parameters ?? '').toString('base64'),
    Units: units,
  };
}
