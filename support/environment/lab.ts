import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { assemble } from './assemble';
import { buildBundles, projectRoot } from './build';
import { recordsFolder } from './clusters/records';
import type { Environment } from './environment';
import { EnvironmentError } from './failure';
import { type LabFolder, labFolder } from './lab/folder';
import { writeLauncher, writeStoppedLauncher } from './lab/launcher';
import { withLock } from './lab/lock';
import { readRecord, type ServerRecord } from './lab/record';
import { endServer, isRunning, lastingServers, serverNames } from './lab/servers';
import { type Snapshots, snapshotsOf } from './lab/snapshots';
import { readSettings } from './settings/read';
import type { Settings } from './settings/settings';

export interface LabOptions {
  env: NodeJS.ProcessEnv;
  log: (line: string) => void;
  random?: () => number;
}

/**
 * The lasting environment, for learners and for single commands: what of it does not run is started, what runs is used.
 * Its embedded servers outlive this process, keep their state and their ports in one folder, and end by `stopLab`.
 *
 * @throws SettingsError, EnvironmentError or BuildError, with what to do
 */
export async function openLab(options: LabOptions): Promise<Environment> {
  return inLab(options, async (environment) => environment);
}

/**
 * Does something with the saved states of the lab, which is started if need be; no other command of the lab meanwhile.
 *
 * @throws EnvironmentError where the lab is not embedded
 */
export async function withSnapshots<T>(
  { env }: Pick<LabOptions, 'env'>,
  work: (snapshots: Snapshots) => Promise<T>,
): Promise<T> {
  return inLab({ env, log: () => undefined }, (environment) => work(snapshotsOf(environment)));
}

async function inLab<T>(
  { env, log, random = Math.random }: LabOptions,
  work: (environment: Environment) => Promise<T>,
): Promise<T> {
  const settings = readSettings(env);
  refuseWhatEnds(settings);
  const folder = labFolder(projectRoot, settings.state);
  const bundles = await buildBundles();
  return locked(folder, async () => {
    const start = lastingServers(folder, bundles, log);
    const environment = await assemble(settings, {
      bundles,
      start,
      stateDir: folder.root,
      records: recordsFolder(projectRoot, settings.state),
      keep: settings.keep ?? 'always',
      env,
      random,
      log,
    });
    writeLauncher(folder, environment.cub);
    return work(environment);
  });
}

/** A lab lasts; a cluster or a worker that ends with the command that started it would leave it broken. */
function refuseWhatEnds({ hub, cluster, deploy }: Settings): void {
  if (deploy === 'release')
    throw new EnvironmentError(
      'The hub of the lab applies units, and cannot change its ways; leave MTX_DEPLOY out for the lab.',
    );
  if (cluster.kind === 'kwok')
    throw new EnvironmentError(
      'A kwok cluster lives as long as one test run (npm run test:kwok); leave MTX_CLUSTER out for the lab.',
    );
  if (cluster.kind !== 'embedded' && hub.kind === 'embedded')
    throw new EnvironmentError(
      `Nothing in a ${cluster.kind} cluster reaches the embedded hub of the lab; leave MTX_CLUSTER out, or set MTX_HUB.`,
    );
}

export interface LabState {
  folder: LabFolder;
  servers: Array<{ name: (typeof serverNames)[number]; running: boolean; record?: ServerRecord }>;
}

/** What of the lab runs. */
export async function labState({ env }: Pick<LabOptions, 'env'>): Promise<LabState> {
  const folder = labFolder(projectRoot, readSettings(env).state);
  const servers = serverNames.map(async (name) => {
    const record = readRecord(folder.record(name));
    return { name, running: await isRunning(record, folder), record };
  });
  return { folder, servers: await Promise.all(servers) };
}

/** Ends the lab's servers and keeps their state. Returns the names of those that ran. */
export async function stopLab({ env }: Pick<LabOptions, 'env'>): Promise<string[]> {
  const folder = labFolder(projectRoot, readSettings(env).state);
  if (!existsSync(folder.root)) return [];
  return locked(folder, () => endAll(folder));
}

const kept = ['hub', 'kubernetes', 'home', 'bin', 'logs', 'prefix', 'hub.json', 'kubernetes.json'];

/** Ends the lab's servers and removes all that they keep. Returns whether there was anything. */
export async function resetLab({ env }: Pick<LabOptions, 'env'>): Promise<boolean> {
  const folder = labFolder(projectRoot, readSettings(env).state);
  const paths = kept.map((name) => join(folder.root, name));
  if (!paths.some((path) => existsSync(path))) return false;
  await locked(folder, async () => {
    await endAll(folder);
    for (const path of paths) rmSync(path, { recursive: true, force: true });
  });
  return true;
}

async function endAll(folder: LabFolder): Promise<string[]> {
  const ran = await Promise.all(serverNames.map((name) => endServer(folder, name)));
  const ended = serverNames.filter((_, index) => ran[index]);
  if (ended.length > 0) writeStoppedLauncher(folder);
  return ended;
}

function locked<T>(folder: LabFolder, work: () => Promise<T>): Promise<T> {
  return withLock(join(folder.root, 'lab.lock'), work);
}
