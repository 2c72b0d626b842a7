import { setTimeout as pause } from 'node:timers/promises';
import { messageOf } from './cluster/errors';
import { workerBaseUrl } from './hub/address';
import { connectToHub, HubError } from './hub/connection';
import type { Worker, WorkerOptions } from './index';
import type { Session, SessionContext } from './session';
import { type Clusters, clustersOf } from './targets';

/** Opens what a process has with its hub, over a connection that is made for it. */
type Open = (context: SessionContext) => Promise<Session>;

/**
 * Connects to the hub in a worker's name, and stays connected as the options say.
 *
 * @throws HubError when the hub cannot be reached or refuses the worker; AccessError for an unusable kubeconfig
 */
export async function startConnected(options: WorkerOptions, open: Open): Promise<Worker> {
  const { hubUrl, workerPort, workerSecret, inCluster, inClusterTargetName, targetPrefix, signal } = options;
  // The check of the real worker, before anything is sent.
  if (workerSecret.length < 8)
    throw new HubError('missing or invalid worker secret: CONFIGHUB_WORKER_SECRET is too short');
  const clusters = clustersOf(options.clusters, { inClusterName: inClusterTargetName, prefix: targetPrefix });
  const baseUrl = workerBaseUrl(hubUrl, workerPort);
  const stopping = new AbortController();
  const begin = () => connect(baseUrl, clusters, options, open);
  const first = await begin();
  const ended = run(first, begin, inCluster, stopping.signal, options);
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

async function connect(
  baseUrl: string,
  clusters: Clusters,
  options: WorkerOptions,
  open: Open,
): Promise<Connected> {
  const { workerId, workerSecret, log, pace = 1, now = () => new Date() } = options;
  const hub = await connectToHub(baseUrl, workerSecret);
  try {
    const session = await open({ hub, workerId, clusters, pace, log, now });
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
