import { messageOf } from './cluster/errors';
import type { HubConnection } from './hub/connection';
import { eventsOf } from './hub/event-stream';
import { Work, type WorkContext } from './work';

/** What one connected worker works with. */
export interface SessionContext extends WorkContext {
  hub: HubConnection;
  workerId: string;
}

/** A worker that is registered with its hub, for as long as the stream of events lasts. */
export interface Session {
  /** Resolves with the number of events when the stream has ended. */
  ended: Promise<number>;
  stop(): Promise<void>;
}

/** Registers the worker with its targets and begins to carry out what the hub asks for. */
export async function openSession(context: SessionContext): Promise<Session> {
  const { hub, workerId, clusters, log } = context;
  const root = `/api/bridge_worker/${workerId}`;
  const { Slug: slug } = (await hub.getJson(`${root}/me`)) as { Slug: string };
  const targets = clusters.targets(slug);
  const config = { ToolchainType: 'Kubernetes/YAML', ProviderType: 'Kubernetes', AvailableTargets: targets };
  const body = await hub.openStream(`${root}/stream`, {
    BridgeWorkerInfo: { SupportedConfigTypes: [config] },
    FunctionWorkerInfo: { SupportedFunctions: {} },
  });
  log(`[INFO] Worker ${slug} connected; targets: ${targets.map(({ Name }) => Name).join(', ') || 'none'}`);
  const work = new Work(context, (result) => hub.postJson(`${root}/action_result`, result));
  return { ended: readEvents(body, work, log), stop: () => work.stop() };
}

async function readEvents(
  body: AsyncIterable<Buffer>,
  work: Work,
  log: (line: string) => void,
): Promise<number> {
  let count = 0;
  try {
    for await (const event of eventsOf(body, () =>
      log('[ERROR] Malformed event data received (invalid JSON)'),
    )) {
      count += 1;
      work.take(event);
    }
  } catch (error) {
    log(`[ERROR] Event stream was cut after ${count} events: ${messageOf(error)}`);
  }
  return count;
}
