import { join } from 'node:path';
import type { Bundles } from './build';
import { openCheckpoints } from './checkpoints';
import { prepareCluster } from './clusters';
import type { Cluster } from './clusters/cluster';
import { prepareCub } from './cubs/cub';
import { describe, type Environment } from './environment';
import { hubByUrl } from './hubs/by-url';
import { embeddedHub } from './hubs/embedded';
import type { Hub } from './hubs/hub';
import { keptPrefix } from './prefix';
import type { Endpoint } from './servers/http';
import type { StartServer } from './servers/start-server';
import type { Keep, Settings } from './settings/settings';

export interface Parts {
  bundles: Bundles;
  /** how the embedded servers are started */
  start: StartServer;
  stateDir: string;
  /** folder in which clusters are remembered that outlive a run */
  records: string;
  /** whether a cluster that was made stays */
  keep: Keep;
  env: NodeJS.ProcessEnv;
  random: () => number;
  log: (line: string) => void;
}

/**
 * Puts hub, `cub` and cluster together as the settings choose. When one cannot be had, those that were started already
 * are stopped again.
 */
export async function assemble(settings: Settings, parts: Parts): Promise<Environment> {
  const { start, stateDir, records, keep, env, log } = parts;
  const started = await bothOrNone(
    settings.hub.kind === 'url' ? hubByUrl(settings.hub.url) : embeddedHub(start, stateDir, settings.deploy),
    prepareCluster(settings, { start, stateDir, records, keep, env, pace: settings.pace, log }),
  );
  const stop = async () => {
    await Promise.all(started.map((part) => part.stop()));
  };
  try {
    const environment = await complete(settings, started, parts);
    log(`Environment: ${describe(environment)}`);
    return { ...environment, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function complete(settings: Settings, [hub, cluster]: [Hub, Cluster], parts: Parts) {
  const { bundles, stateDir, env, random } = parts;
  const home = join(stateDir, 'home');
  const cub = await prepareCub(settings.cub, {
    hub,
    bundles,
    home,
    pace: settings.pace,
    deploy: settings.deploy,
    env,
  });
  const prefix = settings.prefix ?? keptPrefix(stateDir, random);
  const { checkpoints, stop: _stop, ...access } = cluster;
  return {
    hub: { kind: hub.kind, url: hub.url, version: hub.version },
    cub,
    cluster: access,
    prefix,
    ...(hub.session && (await checkpointsOf({ url: hub.url, token: hub.session.access_token }, checkpoints))),
  };
}

async function checkpointsOf(hub: Endpoint, cluster?: Endpoint) {
  return cluster
    ? { checkpoints: await openCheckpoints([hub, cluster]) }
    : { hubCheckpoints: await openCheckpoints([hub]) };
}

async function bothOrNone(hub: Promise<Hub>, cluster: Promise<Cluster>): Promise<[Hub, Cluster]> {
  const [first, second] = await Promise.allSettled([hub, cluster]);
  if (first.status === 'fulfilled' && second.status === 'fulfilled') return [first.value, second.value];
  if (first.status === 'fulfilled') await first.value.stop();
  if (second.status === 'fulfilled') await second.value.stop();
  throw first.status === 'rejected' ? first.reason : (second as PromiseRejectedResult).reason;
}
