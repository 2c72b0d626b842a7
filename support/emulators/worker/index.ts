import { setTimeout as pause } from 'node:timers/promises';
import type { KubeAccess } from './cluster/access';
import { messageOf } from './cluster/errors';
import { workerBaseUrl } from './hub/address';
import { connectToHub, HubError } from './hub/connection';
import { openSession, type Session } from './session';
import { type Clusters, clustersOf } from './targets';

export type { KubeAccess } from './cluster/access';
export { HubError } from './hub/connection';

export interface WorkerOptions {
  /** URL of the hub; its port and path do not count, as with the real worker */
  hubUrl: string;
  workerPort: number;
  workerId: string;
  workerSecret: string;
  /** the access to the cluster that the worker runs in, or the path of a kubeconfig, each context a target */
  clusters: KubeAccess | string;
  /** whether the worker runs as a pod: then it connects again, with growing pauses, after its stream was cut */
  inCluster: boolean;
  log: (line: string) => void;
  /** name of the one target in a cluster; without it, the worker's slug */
  inClusterTargetName?: string;
  /** put before each target's name: `k8s-` for the worker's multiplexer mode */
  targetPrefix?: string;
  /** waits are this many times shorter than told */
  pace?: number;
  signal?: AbortSignal;
  now?: () => Date;
}

/** A worker that is connected to its hub. */
export interface Worker {
  /** Resolves when the worker is through: stopped, or (outside a cluster) its stream has ended. */
  ended: Promise<void>;
  /** Disconnects; what is being waited for is given up. */
  stop(): Promise<void>;
}

/**
 * Connects a worker to its hub: registers its targets and carries units to their clusters.
 *
 * @throws HubError when the hub cannot be reached or refuses the worker; AccessError for an unusable kubeconfig
 */
export async function startWorker(options: WorkerOptions): Promise<Worker> {
  const { hubUrl, workerPort, workerSecret, inCluster, inClusterTargetName, targetPrefix, signal } = options;
  // The check of the real worker, before anything is sent.
  if (workerSecret.length < 8)
    throw new HubError('missing or invalid worker secret: CONFIGHUB_WORKER_SECRET is too short');
  const clusters = clustersOf(options.clusters, { inClusterName: inClusterTargetName, prefix: targetPrefix });
  const baseUrl = workerBaseUrl(hubUrl, workerPort);
  const stopping = new AbortController();
  const first = await connect(baseUrl, clusters, options);
  const ended = run(first, () => connect(baseUrl, clusters, options), inCluster, stopping.signal, options);
  const stop = async () => {
    stopping.abort();
    await ended;
  };
  signal?.addEventListener('abort', () => void stop(), { once: true });
  if (signal?.aborted) await stop();
  return { ended, stop };
}

interface Connected {
  session: Session;
  close(): Promise<void>;
}

async function connect(baseUrl: string, clusters: Clusters, options: WorkerOptions): Promise<Connected> {
  const { workerId, workerSecret, log, pace = 1, now = () => new Date() } = options;
  const hub = await connectToHub(baseUrl, workerSecret);
  try {
    const session = await openSession({ hub, workerId, clusters, pace, log, now });
    return {
      session,
      async close() {
        await session.stop();
        hub.close();
      },
    };
  } catch (error) {
    hub.close();
    throw error;
  }
}

async function run(
  first: Connected,
  reconnect: () => Promise<Connected>,
  again: boolean,
  stopping: AbortSignal,
  { log, pace = 1 }: WorkerOptions,
): Promise<void> {
  const stopped = new Promise<undefined>((done) =>
    stopping.addEventListener('abort', () => done(undefined), { once: true }),
  );
  let connected: Connected | undefined = first;
  for (let attempt = 0; connected; attempt += 1) {
    const count: number | undefined = await Promise.race([connected.session.ended, stopped]);
    await connected.close();
    if (stopping.aborted) break;
    log(`[INFO] Event stream processing completed, handled ${count} total events`);
    // A stream that brought something was a good one: the next pause is short again.
    if (count) attempt = 0;
    connected = again ? await retry(reconnect, attempt, { stopping, log, pace }) : undefined;
  }
  if (stopping.aborted) log('[INFO] Worker stopped');
}

async function retry(
  reconnect: () => Promise<Connected>,
  attempt: number,
  { stopping, log, pace }: { stopping: AbortSignal; log: (line: string) => void; pace: number },
): Promise<Connected | undefined> {
  for (let delay = 100 * 2 ** attempt; !stopping.aborted; delay *= 2) {
    await pause(Math.min(delay, 10_000) / pace, undefined, { signal: stopping }).catch(() => undefined);
    if (stopping.aborted) break;
    try {
      return await reconnect();
    } catch (error) {
      log(`[ERROR] ${messageOf(error)}`);
    }
  }
  return undefined;
}
