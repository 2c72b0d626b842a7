import type { Cluster } from '../cluster/client';
import type { KubeObject } from '../cluster/kube-object';
import { applyObjects } from './apply-objects';
import { inventoryOf } from './inventory';
import type { Deadline } from './wait';

/**
 * Applies what an owner (a unit, or a space that is released as a whole) holds now, and removes what it put into the
 * cluster before and no longer holds.
 *
 * @param owner its id, under which the cluster remembers what it put there
 * @throws Error that names the object and says what the cluster said; what was applied before stays remembered
 */
export async function replaceInCluster(
  cluster: Cluster,
  owner: string,
  objects: KubeObject[],
  deadline: Deadline,
): Promise<void> {
  const inventory = await inventoryOf(cluster, owner);
  await inventory.add(objects);
  await applyObjects(cluster, objects, deadline);
  await inventory.prune(objects);
  await inventory.tie();
}
