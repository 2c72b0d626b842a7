import type { Cluster } from '../worker/cluster/client';
import type { KubeObject } from '../worker/cluster/kube-object';
import { namespacesOf, ownersNamed } from '../worker/operations/owners';
import type { Bundle } from './bundle';

/** Flux's own annotation: a new value asks for what was pulled to be applied again. */
const REQUEST = 'reconcile.fluxcd.io/requestedAt';

/** How a release stands, by what the cluster says of its space. */
export interface Standing {
  /** The cluster has this very release. */
  applied: boolean;
  /** The cluster has a later one. */
  overtaken: boolean;
  /** The last request to apply again; '' when there was none. */
  request: string;
  /** Nothing has answered that request yet. */
  asked: boolean;
  /** What owns that which the cluster says. */
  owners: string[];
}

/**
 * Says in the cluster which release of a space it has, as Flux and Argo CD do in the status of their own objects: in a
 * ConfigMap `confighub-release-<space id>` of kube-system, which goes with the namespaces of what was released. Of a
 * release that holds nothing, those of the one before that are left.
 *
 * @param before how it stood before it was applied; its request is what is answered
 * @param refused what the cluster said; undefined when the release is applied
 */
export async function tellRelease(
  cluster: Cluster,
  { SpaceID, SpaceSlug, ReleaseNum, Digest }: Bundle,
  objects: KubeObject[],
  { request, owners }: Standing,
  refused: string | undefined,
): Promise<void> {
  const namespaces = namespacesOf(objects);
  const ownerReferences = await ownersNamed(cluster, namespaces.length ? namespaces : owners);
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
      answers: request,
    },
  });
}

/** How a release stands in the cluster now. */
export async function standingOf(
  cluster: Cluster,
  { SpaceID, ReleaseNum, Digest }: Bundle,
): Promise<Standing> {
  const map = await cluster.find(emptyMap(SpaceID));
  const told = (map?.data ?? {}) as Record<string, string | undefined>;
  const request = map?.metadata.annotations?.[REQUEST] ?? '';
  return {
    applied: told.outcome === 'Applied' && told.release === String(ReleaseNum) && told.digest === Digest,
    overtaken: Number(told.release) > ReleaseNum,
    request,
    asked: request !== (told.answers ?? ''),
    owners: map?.metadata.ownerReferences?.map(({ name }) => name) ?? [],
  };
}

function emptyMap(spaceId: string): KubeObject {
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: `confighub-release-${spaceId}`, namespace: 'kube-system' },
  };
}
