import type { Cluster } from '../cluster/client';
import { ClusterError, messageOf } from '../cluster/errors';
import { type KubeObject, nameOf } from '../cluster/kube-object';
import { inOrder, isDefinition } from '../cluster/order';
import { untilReady } from './ready';
import type { Deadline } from './wait';

/**
 * Applies objects in the two stages of ConfigHub's worker: namespaces and definitions of kinds, which must be ready
 * before the rest follows. Each stage is tried out first, so that an object the cluster refuses keeps back the others.
 *
 * @throws Error that names the object and says what the cluster said
 */
export async function applyObjects(
  cluster: Cluster,
  objects: KubeObject[],
  deadline: Deadline,
): Promise<void> {
  const definitions = inOrder(objects.filter(isDefinition));
  await applyStage(cluster, definitions);
  if (definitions.length) await untilReady(cluster, definitions, deadline);
  await applyStage(cluster, inOrder(objects.filter((object) => !isDefinition(object))));
}

async function applyStage(cluster: Cluster, objects: KubeObject[]): Promise<void> {
  // A single object needs no trial: it is refused as a whole anyway.
  if (objects.length > 1)
    await Promise.all(objects.map((object) => naming(object, cluster.apply(object, { dryRun: true }))));
  for (const object of objects) await naming(object, cluster.apply(object));
}

async function naming<T>(object: KubeObject, applied: Promise<T>): Promise<T> {
  try {
    return await applied;
  } catch (error) {
    throw new Error(describe(object, error), { cause: error });
  }
}

/** The wording of Flux's applier, which ConfigHub's worker passes on. */
function describe(object: KubeObject, error: unknown): string {
  if (!(error instanceof ClusterError)) return `${nameOf(object)} apply failed: ${messageOf(error)}`;
  if (error.code === 404) return `${nameOf(object)} not found: ${error.message}`;
  return `${nameOf(object)} dry-run failed${error.reason && ` (${error.reason})`}: ${error.message}`;
}
