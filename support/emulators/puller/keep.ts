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
import { standingOf, tellRelease } from './told-release';

interface Way {
  /** @throws Error when the target says no cluster that can be reached */
  reach(): { cluster: Cluster; timeout: number };
  /** It is applied although the cluster says that it has it. */
  anew: boolean;
  pace: number;
  log: (line: string) => void;
  /** Aborted when a newer release of the space has come, or the puller stops. */
  signal: AbortSignal;
}

const SHORTEST = 200;
const LONGEST = 10_000;
/** How often the cluster is looked at for a request; whoever makes one waits for it, at every pace. */
const LOOK = 500;

/**
 * Brings a bundle into the cluster, says there how that went, and applies it again whenever it is asked for there. What
 * the cluster refuses is tried again, ever later: a namespace may still be on its way with another bundle. A release
 * that the cluster has already is not applied again when it comes.
 *
 * @throws Error the reason of the signal, which alone ends it
 */
export async function keep(bundle: Bundle, way: Way): Promise<never> {
  const { pace, log, signal } = way;
  const name = `Release ${bundle.ReleaseNum} of space ${bundle.SpaceSlug}`;
  let anew = way.anew;
  for (let delay = SHORTEST; ; ) {
    signal.throwIfAborted();
    const refused = await attempt(bundle, { ...way, anew }).catch(messageOf);
    signal.throwIfAborted();
    log(refused === undefined ? `[INFO] ${name} is applied` : `[ERROR] ${name}: ${refused}`);
    await untilAsked(bundle, way, refused === undefined ? Number.POSITIVE_INFINITY : delay / pace);
    anew &&= refused !== undefined;
    delay = refused === undefined ? SHORTEST : Math.min(delay * 2, LONGEST);
  }
}

/** Waits until the cluster asks for the release again, and no longer than so many milliseconds. */
async function untilAsked(bundle: Bundle, { reach, signal }: Way, longest: number): Promise<void> {
  for (let left = longest; left > 0; left -= LOOK) {
    await pause(Math.min(left, LOOK), undefined, { signal }).catch(() => signal.throwIfAborted());
    if (left > LOOK && (await isAsked())) return;
  }

  async function isAsked(): Promise<boolean> {
    try {
      const { asked, overtaken } = await standingOf(reach().cluster, bundle);
      return asked && !overtaken;
    } catch {
      // The cluster may be away for a moment: the next look tells.
      return false;
    }
  }
}

/**
 * Why the cluster refused; undefined when it did not.
 *
 * @throws Error when that could not be said in the cluster
 */
async function attempt(
  bundle: Bundle,
  { reach, anew, signal }: Pick<Way, 'reach' | 'anew' | 'signal'>,
): Promise<string | undefined> {
  const { cluster, timeout } = reach();
  const before = await standingOf(cluster, bundle);
  if (before.applied && !before.asked && !anew) return undefined;
  const { objects, refused } = await replace(cluster, bundle, { timeout, signal });
  signal.throwIfAborted();
  await tellRelease(cluster, bundle, objects, before, refused);
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
