import { randomUUID } from 'node:crypto';
import type { V1ConfigMap } from '@kubernetes/client-node';
import { kinds } from '../../cluster/kinds';
import type { Release } from '../../cub/releases';
import type { Tutorial } from '../tutorial';

/** Flux's own annotation, which what pulls releases heeds. */
const REQUEST = 'reconcile.fluxcd.io/requestedAt';
const NAMESPACE = 'kube-system';

/** Where the cluster says what became of the releases of a space. */
export function releaseMap(spaceId: string): string {
  return `confighub-release-${spaceId}`;
}

/**
 * Asks in the cluster that the release which it has of a space be applied again: ConfigHub does not release anew what it
 * has released.
 */
export async function askToApplyAgain({ cluster }: Tutorial, { spaceId }: Release): Promise<void> {
  const { apiVersion, kind } = kinds.configMap;
  const metadata = {
    name: releaseMap(spaceId),
    namespace: NAMESPACE,
    annotations: { [REQUEST]: randomUUID() },
  };
  await cluster.apply(JSON.stringify({ apiVersion, kind, metadata }));
}

/** Whether the cluster has told of a release after the last that asked for it. */
export function isAnswered({ metadata, data }: V1ConfigMap): boolean {
  return data?.answers === metadata?.annotations?.[REQUEST];
}

/** What a person does for the same. */
export function applyingAgain(space: string): string {
  const command = `kubectl annotate --overwrite configmap -n ${NAMESPACE} -l confighub.com/release=${space} ${REQUEST}="$(date +%s)"`;
  return `what pulls releases applies the last one again, every ten minutes; at once with ${command}`;
}
