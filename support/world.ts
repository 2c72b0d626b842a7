import { createHash } from 'node:crypto';
import { setWorldConstructor, World } from '@cucumber/cucumber';
import { Cluster } from './cluster/cluster';
import type { Recorder } from './cluster/recorder';
import type { ClusterRecord } from './cluster/transcript';
import { capabilitiesOf } from './cub/capabilities';
import { Cub } from './cub/cub';
import type { CommandRecord } from './cub/transcript';
import type { Unit } from './cub/unit';
import { mediaTypes, type SnapshotRecord } from './report/media-types';
import { type Pictures, picturedCluster, picturedHub } from './scenario/as-it-was';
import { changeRecord } from './scenario/change-record';
import type { Session } from './scenario/session';
import { takeSnapshot } from './scenario/snapshot';
import { startFrom } from './scenario/start-from';
import { NOTHING } from './scenario/starting-points';
import { untold } from './scenario/untold';
import type { BulkResult } from './tutorial/bulk/scale';
import type { ServiceStatus } from './tutorial/bulk/status';
import type { AtomicChange } from './tutorial/change-sets/atomic-change';
import type { AtomicOutcome } from './tutorial/change-sets/update-atomically';
import type { Cause } from './tutorial/diagnosis/causes';
import { HubMemory, type HubView, lookAtHub } from './tutorial/hub';
import { Names } from './tutorial/names';
import type { Preview } from './tutorial/push-upgrade/preview';
import type { Upgraded } from './tutorial/push-upgrade/push';
import type { Tutorial } from './tutorial/tutorial';

/**
 * How long a command, a worker or an action may take; milliseconds. A real worker looks at a roll-out for two minutes before
 * it tells that it does not come about.
 */
const PATIENCE = { emulated: 30_000, real: 180_000 };

/** What a step leaves for later ones. */
export interface Notes {
  found?: Unit[];
  previews?: Preview[];
  upgraded?: Upgraded[];
  outcome?: AtomicOutcome;
  change?: AtomicChange;
  bulk?: BulkResult[];
  status?: ServiceStatus[];
  causes?: Cause[];
  recorder?: Recorder;
  /** The cluster's version when a roll-out had settled. */
  settledAt?: bigint;
}

/** What one scenario holds: the tutorial it acts in, what was before, and what the learner was told. */
export class TutorialWorld extends World {
  private session?: Session;
  private acting?: Tutorial;
  private before?: Promise<Pictures>;
  private told?: Error;
  private comparesLater = false;
  private drawn = false;
  /** The report looks for its own sake: that is no part of a step. */
  private looking = false;
  /** The starting point that the scenario still stands at. */
  private at?: string | undefined;
  /** What happens now belongs to the way to a starting point, which only the first scenario of a process goes. */
  private onTheWay = false;
  private readonly later: Array<() => Promise<unknown>> = [];
  /** What the scenario's steps tell each other. */
  readonly notes: Notes = {};

  /**
   * Called before the first step.
   *
   * @param steps what the scenario says
   * @param tags `@picture` when its stage is drawn from what it begins and ends with
   */
  open(session: Session, steps: readonly string[], tags: readonly string[]): void {
    this.session = session;
    this.drawn = tags.includes('@picture');
    this.comparesLater = steps.some((step) =>
      /\bbefore\b|\bchanged\b|\bdiffers?\b|\bone new revision\b/.test(step),
    );
  }

  /** The tutorial, against the environment of the run. */
  get tutorial(): Tutorial {
    this.acting ??= this.beginActing();
    return this.acting;
  }

  /** Begins the scenario at a starting point, and remembers what is there. */
  async startFrom(point: string): Promise<void> {
    const { memory } = this.tutorial;
    await this.goTo(point, () => startFrom(point, this.running.environment, this.tutorial));
    memory.beginWith(await memory.silently(() => this.unitsAt(point)));
    await this.takeSnapshot('before');
  }

  /** Records what the stage is drawn of, where this scenario is the one that shows it whole. */
  async takeSnapshot(moment: SnapshotRecord['moment']): Promise<void> {
    if (!this.drawn) return;
    const { redactor } = this.running;
    this.looking = true;
    try {
      this.record('snapshot', await takeSnapshot(this.tutorial, moment, redactor));
    } catch (error) {
      const text = redactor.redact(`It could not be taken: ${(error as Error).message}`);
      this.record('state', { title: `Picture of the stage, ${moment}`, text });
    } finally {
      this.looking = false;
    }
  }

  /**
   * Does what a Given tells. Where the scenario stands at a starting point still, the result is one as well:
   * it is reached once and taken back from its checkpoint after that.
   *
   * @param name what is different from the starting point, the same for the same deed
   */
  async given(name: string, deed: () => Promise<unknown>): Promise<void> {
    const { checkpoints } = this.running.environment;
    const point = this.at && checkpoints && derivedPoint(this.at, name);
    if (!point) {
      await deed();
      return this.rememberNow();
    }
    await this.goTo(point, async () => {
      if (checkpoints.has(point)) return checkpoints.restore(point);
      await deed();
      await checkpoints.save(point);
    });
    if (this.comparesLater) this.tutorial.memory.compareWith(await this.unitsAt(point));
  }

  /** Goes to a point, or is taken back to it; what is seen on the way is not told as a change. */
  private async goTo(point: string, way: () => Promise<unknown>): Promise<void> {
    const { checkpoints } = this.running.environment;
    const { memory } = this.tutorial;
    if (checkpoints?.has(point) && point !== NOTHING) this.record('checkpoint', { of: point });
    this.onTheWay = true;
    try {
      await memory.silently(async () => {
        await way();
        memory.forget();
        await this.arriveAt(point);
      });
    } finally {
      this.onTheWay = false;
    }
  }

  /** The units at a point; where it is taken back from a checkpoint, they are looked at once in a process. */
  private async unitsAt(point: string): Promise<HubView> {
    const { environment, units } = this.running;
    if (!environment.checkpoints) return this.hub();
    const view = units.get(point) ?? (await this.hub());
    units.set(point, view);
    return view;
  }

  /** From here on, "as it was before" means now. */
  rememberNow(): void {
    this.before = undefined;
  }

  /** Stands at a starting point; how things look there is looked at once in a process. */
  private async arriveAt(point: string): Promise<void> {
    const { environment, pictures } = this.running;
    this.at = environment.checkpoints && point;
    this.rememberNow();
    if (!environment.checkpoints || !this.comparesLater) return;
    const known = pictures.get(point) ?? this.look();
    pictures.set(point, known);
    this.before = known;
    await known;
  }

  /** How everything looked when the scenario began, or when it last remembered. */
  async lookBefore(): Promise<Pictures> {
    this.before ??= this.look();
    return this.before;
  }

  /** How ConfigHub looks now. */
  async hubNow(): Promise<Pictures['hub']> {
    return picturedHub(this.tutorial);
  }

  /** How the cluster looks now. */
  async clusterNow(): Promise<Pictures['cluster']> {
    return picturedCluster(this.tutorial);
  }

  /** Looks at everything now. */
  private async look(): Promise<Pictures> {
    const [hub, cluster] = await Promise.all([this.hubNow(), this.clusterNow()]);
    return { hub, cluster };
  }

  /** Acts; when the scenario compares later, looks at everything before. */
  async act<T>(deed: () => Promise<T>): Promise<T> {
    if (this.comparesLater) await this.lookBefore();
    return deed();
  }

  /** Acts, and keeps what the learner is told when it fails. */
  async attempt(deed: () => Promise<unknown>): Promise<void> {
    this.told = undefined;
    try {
      await this.act(deed);
    } catch (error) {
      this.told = error as Error;
    }
  }

  /** What the learner was told; an error when the attempt succeeded. */
  get message(): string {
    if (!this.told) throw new Error('the learner was told nothing: the attempt succeeded');
    return this.told.message;
  }

  /** Has something undone when the scenario is over, which neither a checkpoint nor its names tell to be its own. */
  afterwards(undo: () => Promise<unknown>): void {
    this.later.push(undo);
  }

  /** Undoes what is to be undone, the last first. */
  async undo(): Promise<void> {
    for (const undo of this.later.splice(0).reverse()) await undo();
  }

  /** All our units as they are now. */
  hub(): Promise<HubView> {
    return lookAtHub(this.tutorial);
  }

  /** One unit as it is now. */
  async unit(space: string, slug: string): Promise<Unit> {
    return (await this.hub()).unit(this.tutorial.names.full(space), slug);
  }

  /** Goes on with a `cub` that has only these capabilities; the bundled one can play an older one. */
  async useOlderCub(capabilities: readonly string[]): Promise<void> {
    const { settings } = this.tutorial.cub;
    const older = { ...settings, env: { ...settings.env, CUB_CAPABILITIES: capabilities.join(',') } };
    const can = await capabilitiesOf(older);
    this.at = undefined;
    this.acting = { ...this.tutorial, can, cub: new Cub(older, can) };
  }

  /** Asks running services for their settings; where they do not tell them, the scenario is skipped with that reason. */
  async askingServices(ask: () => Promise<void>): Promise<'skipped' | undefined> {
    try {
      await ask();
      return undefined;
    } catch (error) {
      const alwaysTold = this.running.environment.cluster.kind === 'embedded';
      this.record('skip', { reason: await untold(error, this.tutorial.cluster, alwaysTold) });
      return 'skipped';
    }
  }

  /** Attaches a record to the current step. */
  record(kind: keyof typeof mediaTypes, body: unknown): void {
    this.attach(JSON.stringify(body), mediaTypes[kind]);
  }

  private get running(): Session {
    if (!this.session) throw new Error('the scenario has not begun');
    return this.session;
  }

  /** Records a command; after one that may have changed something, what was seen of the hub is stale. */
  private witness(record: CommandRecord): void {
    this.tutorial.memory.witness(record);
    if (record.args[1] !== 'list') this.at = undefined;
    if (!this.looking) this.record('command', this.placed(record));
  }

  private witnessInCluster(record: ClusterRecord): void {
    if (!record.seen) this.at = undefined;
    this.record('cluster', this.placed(record));
  }

  private placed<T extends object>(record: T): T & { way?: true } {
    return this.onTheWay ? { ...record, way: true } : record;
  }

  private beginActing(): Tutorial {
    const { environment, connection, can, redactor } = this.running;
    const { cub, cluster, prefix } = environment;
    const patience = cluster.kind === 'embedded' ? PATIENCE.emulated : PATIENCE.real;
    const names = new Names(prefix);
    return {
      cub: new Cub(
        { ...cub, transcript: (record) => this.witness(record), masking: redactor, patience },
        can,
      ),
      cluster: new Cluster(connection, { transcript: (record) => this.witnessInCluster(record) }),
      names,
      can,
      memory: new HubMemory((change) => this.record('change', changeRecord(change, names, redactor))),
      workers: this.running.workers,
      narrate: () => undefined,
      patience,
    };
  }
}

/** A name for what follows from a starting point; short, as names of checkpoints must be. */
function derivedPoint(point: string, name: string): string {
  const digest = createHash('sha256').update(`${point}: ${name}`).digest('hex').slice(0, 16);
  return `after-${digest}`;
}

setWorldConstructor(TutorialWorld);
