import type { Cluster } from '../worker/cluster/client';
import type { KubeObject } from '../worker/cluster/kube-object';
import { namespacesOf, ownersNamed } from '../worker/operations/owners';
import type { Bundle } from './bundle';

/**
 * Says in the cluster which release of a space it has, as Flux and Argo CD do in the status of their own objects: in a
 * ConfigMap `confighub-release-<space id>` of kube-system, which goes with the namespaces of what was released.
 *
 * @param refused what the cluster said; undefined when the release is applied
 */
export async function tellRelease(
  cluster: Cluster,
  { SpaceID, SpaceSlug, ReleaseNum, Digest }: Bundle,
  objects: KubeObject[],
  refused: string | undefined,
): Promise<void> {
  const ownerReferences = await ownersNamed(cluster, namespacesOf(objects));
  const { metadata, ...kind } = emptyMap(SpaceID);
  await cluster.apply({
    ...kind,
    metadata: {
      ...metadata,
      labels: { 'confighub.com/release': SpaceSlug },
      ...(ownerReferences.length && { ownerReferences }),
    },
    data: {
      release: String(ReleaseNum),
      digest: Digest,
      outcome: refused === undefined ? 'Applied' : 'Failed',
      message: refused ?? '',
    },
  });
}

/** Whether the cluster says that it has this very release. */
export async function hasRelease(
  cluster: Cluster,
  { SpaceID, ReleaseNum, Digest }: Bundle,
): Promise<boolean> {
  const told = (await cluster.find(emptyMap(SpaceID)))?.data as Record<string, string> | undefined;
  return told?.outcome === 'Applied' && told.release === String(ReleaseNum) && told.digest === Digest;
}

function emptyMap(spaceId: string): KubeObject {
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: `confighub-release-${spaceId}`, namespace: 'kube-system' },
  };
}
