import { messageOf } from '../worker/cluster/errors';
import { eventsOf } from '../worker/hub/event-stream';
import { ReachedClusters } from '../worker/reached-clusters';
import type { Session, SessionContext } from '../worker/session';
import { UnitQueue } from '../worker/unit-queue';
import type { Bundle } from './bundle';
import { keep } from './keep';

/**
 * Pulls bundles for as long as the hub offers them: those of one space in order, those of several side by side.
 *
 * @param every after so many milliseconds all are pulled anew, and applied again whatever the cluster says that it has
 */
export async function openPulling(context: SessionContext, every: number): Promise<Session> {
  const { hub, workerId, clusters, pace, log } = context;
  const pull = () => hub.openStream(`/emulator/bridge_worker/${workerId}/bundles`, {});
  const first = await pull();
  log('[INFO] Puller connected');
  const reached = new ReachedClusters(clusters, pace);
  const queue = new UnitQueue();
  const take = (bundle: Bundle, anew: boolean): void =>
    queue.add(bundle.SpaceID, (signal) => {
      const reach = () => reached.of(bundle.TargetParams);
      return keep(bundle, { reach, anew, pace, log, signal }).catch((reason) => {
        if (!signal.aborted) log(`[ERROR] ${messageOf(reason)}`);
      });
    });
  return {
    ended: readBundles(first, { pull, every, take, log }),
    async stop() {
      const closed = queue.close(new Error('the puller stops'));
      reached.close();
      await closed;
    },
  };
}

type Body = AsyncIterable<Buffer>;

interface Reading {
  pull(): Promise<Body>;
  every: number;
  take(bundle: Bundle, anew: boolean): void;
  log(line: string): void;
}

/** Ends with the number of bundles when a stream ends that no newer one has replaced. */
async function readBundles(first: Body, { pull, every, take, log }: Reading): Promise<number> {
  let count = 0;
  try {
    for (let body: Body | undefined = first; body; ) {
      let next: Promise<Body> | undefined;
      // The hub ends a stream when the puller opens another one.
      const timer = setTimeout(() => {
        next = pull();
        next.catch(() => undefined);
      }, every);
      try {
        for await (const bundle of eventsOf<Bundle>(body, () => log('[ERROR] A bundle was no JSON'))) {
          count += 1;
          take(bundle, body !== first);
        }
      } finally {
        clearTimeout(timer);
      }
      body = await (next as Promise<Body> | undefined);
    }
  } catch (error) {
    log(`[ERROR] The stream was cut after ${count} bundles: ${messageOf(error)}`);
  }
  return count;
}
