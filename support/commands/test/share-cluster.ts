import { join } from 'node:path';
import { projectRoot } from '../../environment/build';
import { prepareCluster } from '../../environment/clusters';
import { recordsFolder } from '../../environment/clusters/records';
import { writeShared } from '../../environment/clusters/shared';
import { keptPrefix } from '../../environment/prefix';
import { readSettings } from '../../environment/settings/read';
import { rememberRun } from './remembered-runs';
import { rememberSpaces } from './remembered-spaces';

/** A cluster, and a hub, for all processes of a run. */
export interface Shared {
  /** what the processes of the run have to know, as variables */
  env: Record<string, string>;
  stop(ending: { failed: boolean; interrupted: boolean }): Promise<void>;
}

/**
 * Starts the cluster of a run where one is enough for all its processes; an embedded one each process starts itself.
 * What killed runs left in a cluster or a hub that outlives them is removed before.
 *
 * @param folder folder of the run, which ends with it
 */
export async function shareCluster(
  env: NodeJS.ProcessEnv,
  folder: string,
  log: (line: string) => void,
): Promise<Shared | undefined> {
  const shared = await shareClusterAlone(env, folder, log);
  const settings = readSettings(env);
  if (settings.hub.kind === 'embedded') return shared;
  const prefix = shared?.env.MTX_PREFIX ?? settings.prefix ?? keptPrefix(folder, Math.random);
  const variables = { ...shared?.env, MTX_PREFIX: prefix };
  const records = recordsFolder(projectRoot, settings.state);
  try {
    const end = await rememberSpaces({ hub: settings.hub.url, prefix, records }, { ...env, ...variables });
    return {
      env: variables,
      async stop(ending) {
        end(ending);
        await shared?.stop(ending);
      },
    };
  } catch (error) {
    await shared?.stop({ failed: true, interrupted: false });
    throw error;
  }
}

async function shareClusterAlone(
  env: NodeJS.ProcessEnv,
  folder: string,
  log: (line: string) => void,
): Promise<Shared | undefined> {
  if (!env.MTX_CLUSTER || env.MTX_CLUSTER === 'embedded') return undefined;
  const settings = readSettings(env);
  const keep = settings.keep ?? 'never';
  const records = recordsFolder(projectRoot, settings.state);
  const cluster = await prepareCluster(settings, {
    start: noServer,
    stateDir: folder,
    records,
    keep,
    env,
    pace: settings.pace,
    log,
  });
  const file = join(folder, 'cluster.json');
  writeShared(file, cluster);
  const prefix = settings.prefix ?? keptPrefix(folder, Math.random);
  try {
    const end = cluster.kind === 'kwok' ? undefined : await rememberRun({ ...cluster, records }, prefix);
    return {
      env: { MTX_SHARED_CLUSTER: file, MTX_PREFIX: prefix },
      async stop({ failed, interrupted }) {
        await end?.({ keep: keep === 'always' || (keep === 'failed' && failed), interrupted });
        await cluster.stop(failed);
      },
    };
  } catch (error) {
    await cluster.stop(true);
    throw error;
  }
}

const noServer = (): never => {
  throw new Error('a cluster that is shared needs no server of ours');
};
