import { setTimeout as pause } from 'node:timers/promises';
import type { Cluster } from '../worker/cluster/client';
import { messageOf } from '../worker/cluster/errors';
import type { KubeObject } from '../worker/cluster/kube-object';
import { parseObjects } from '../worker/cluster/manifests';
import { withNamespaces } from '../worker/operations/namespaces';
import { replaceInCluster } from '../worker/operations/replace-in-cluster';
import { decode } from '../worker/operations/report';
import type { Deadline } from '../worker/operations/wait';
import type { Bundle } from './bundle';
import { hasRelease, tellRelease } from './told-release';

interface Way {
  /** @throws Error when the target says no cluster that can be reached */
  reach(): { cluster: Cluster; timeout: number };
  pace: number;
  log: (line: string) => void;
  /** Aborted when a newer release of the space has come, or the puller stops. */
  signal: AbortSignal;
}

const LONGEST = 10_000;

/**
 * Brings a bundle into the cluster and says there how that went. What the cluster refuses is tried again, ever later:
 * a namespace may still be on its way with another bundle. A release that the cluster has is not applied again.
 *
 * @throws Error the reason of the signal, when that is aborted
 */
export async function bringIn(bundle: Bundle, { reach, pace, log, signal }: Way): Promise<void> {
  const name = `Release ${bundle.ReleaseNum} of space ${bundle.SpaceSlug}`;
  for (let delay = 200; ; delay = Math.min(delay * 2, LONGEST)) {
    signal.throwIfAborted();
    const refused = await attempt(bundle, reach, signal).catch(messageOf);
    if (refused === undefined) return log(`[INFO] ${name} is applied`);
    signal.throwIfAborted();
    log(`[ERROR] ${name}: ${refused}`);
    await pause(delay / pace, undefined, { signal }).catch(() => signal.throwIfAborted());
  }
}

/**
 * Why the cluster refused; undefined when it did not.
 *
 * @throws Error when that could not be said in the cluster
 */
async function attempt(
  bundle: Bundle,
  reach: Way['reach'],
  signal: AbortSignal,
): Promise<string | undefined> {
  const { cluster, timeout } = reach();
  if (await hasRelease(cluster, bundle)) return undefined;
  const { objects, refused } = await replace(cluster, bundle, { timeout, signal });
  signal.throwIfAborted();
  await tellRelease(cluster, bundle, objects, refused);
  return refused;
}

async function replace(
  cluster: Cluster,
  { SpaceID, Units }: Bundle,
  deadline: Deadline,
): Promise<{ objects: KubeObject[]; refused?: string }> {
  let objects: KubeObject[] = [];
  try {
    objects = await withNamespaces(
      cluster,
      Units.flatMap(({ Data }) => parseObjects(decode(Data))),
    );
    await replaceInCluster(cluster, SpaceID, objects, deadline);
    return { objects };
  } catch (error) {
    return { objects, refused: messageOf(error) };
  }
}
