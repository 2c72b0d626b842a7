import { messageOf } from '../worker/cluster/errors';
import { eventsOf } from '../worker/hub/event-stream';
import { ReachedClusters } from '../worker/reached-clusters';
import type { Session, SessionContext } from '../worker/session';
import { Superseded, UnitQueue } from '../worker/unit-queue';
import { bringIn } from './bring-in';
import type { Bundle } from './bundle';

/** Pulls bundles for as long as the hub offers them: those of one space in order, those of several side by side. */
export async function openPulling(context: SessionContext): Promise<Session> {
  const { hub, workerId, clusters, pace, log } = context;
  const body = await hub.openStream(`/emulator/bridge_worker/${workerId}/bundles`, {});
  log('[INFO] Puller connected');
  const reached = new ReachedClusters(clusters, pace);
  const queue = new UnitQueue();
  const take = (bundle: Bundle): void =>
    queue.add(bundle.SpaceID, (signal) =>
      bringIn(bundle, { reach: () => reached.of(bundle.TargetParams), pace, log, signal }).catch((reason) => {
        if (!(reason instanceof Superseded)) log(`[INFO] ${messageOf(reason)}`);
      }),
    );
  return {
    ended: readBundles(body, take, log),
    async stop() {
      const closed = queue.close(new Error('the puller stops'));
      reached.close();
      await closed;
    },
  };
}

async function readBundles(
  body: AsyncIterable<Buffer>,
  take: (bundle: Bundle) => void,
  log: (line: string) => void,
): Promise<number> {
  let count = 0;
  try {
    for await (const bundle of eventsOf<Bundle>(body, () => log('[ERROR] A bundle was no JSON'))) {
      count += 1;
      take(bundle);
    }
  } catch (error) {
    log(`[ERROR] The stream was cut after ${count} bundles: ${messageOf(error)}`);
  }
  return count;
}
