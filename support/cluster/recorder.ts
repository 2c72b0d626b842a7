import type { KubernetesObject, V1Deployment } from '@kubernetes/client-node';
import type { Connection } from './connection';
import { ClusterError } from './error';
import { kinds } from './kinds';
import { type Rollout, rolloutOf } from './rollout';

/** A Deployment as it was from some version of the cluster on. */
export interface Moment {
  version: bigint;
  namespace: string;
  /** Undefined when it was deleted. */
  rollout?: Rollout;
  name: string;
}

/** Records everything that happens to Deployments, in all namespaces. */
export class Recorder {
  readonly moments: Moment[] = [];
  private newest = 0n;
  private stopWatching = (): void => undefined;
  private stopped = false;
  private gap?: Error;
  private waiting: Array<() => void> = [];

  private constructor(private readonly connection: Connection) {}

  /** Begins with what is there now. */
  static async start(connection: Connection): Promise<Recorder> {
    const recorder = new Recorder(connection);
    const list = await connection.list<V1Deployment>(kinds.deployment);
    for (const deployment of list.items) recorder.note('ADDED', deployment);
    recorder.newest = BigInt(list.metadata?.resourceVersion ?? '0');
    await recorder.watch();
    return recorder;
  }

  /** The version of the cluster now; all that happened before it has been recorded. */
  async now(): Promise<bigint> {
    const list = await this.connection.list<V1Deployment>(kinds.deployment);
    const wanted = list.items.map((item) => BigInt(item.metadata?.resourceVersion ?? '0'));
    for (const version of wanted) await this.hasSeen(version);
    return BigInt(list.metadata?.resourceVersion ?? '0');
  }

  /** Ends the recording, with all that happened until now in it. */
  async stop(): Promise<readonly Moment[]> {
    await this.now();
    this.stopped = true;
    this.stopWatching();
    return this.moments;
  }

  private async hasSeen(version: bigint): Promise<void> {
    const giveUpAt = Date.now() + 10_000;
    while (this.newest < version) {
      if (this.gap) throw this.gap;
      if (Date.now() > giveUpAt) {
        throw new ClusterError({
          happened: `waited 10 s in vain for the watch to tell of version ${version}`,
          lastSeen: `version ${this.newest}`,
        });
      }
      await this.somethingHappens(giveUpAt - Date.now());
    }
  }

  private somethingHappens(patience: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, patience);
      this.waiting.push(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }

  private async watch(): Promise<void> {
    const ended = (): void => {
      if (!this.stopped) void this.watch().catch((error: Error) => this.fail(error));
    };
    const changed = (phase: string, object: KubernetesObject): void => {
      if (phase === 'ERROR')
        this.fail(new ClusterError({ happened: 'the recording has a gap: its watch expired' }));
      else this.note(phase, object);
    };
    const from = { kind: kinds.deployment, version: String(this.newest) };
    this.stopWatching = await this.connection.watch(from, changed, ended);
  }

  private note(phase: string, object: KubernetesObject): void {
    const { resourceVersion = '0', namespace = '', name = '' } = object.metadata ?? {};
    const version = BigInt(resourceVersion);
    const rollout = phase === 'DELETED' ? {} : { rollout: rolloutOf(object as V1Deployment) };
    this.moments.push({ version, namespace, name, ...rollout });
    if (version > this.newest) this.newest = version;
    this.wake();
  }

  private fail(error: Error): void {
    this.gap = error;
    this.stopped = true;
    this.wake();
  }

  private wake(): void {
    const waiting = this.waiting;
    this.waiting = [];
    for (const resolve of waiting) resolve();
  }
}
