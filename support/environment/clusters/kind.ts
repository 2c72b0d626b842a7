import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EnvironmentError } from '../failure';
import type { ClusterProvider } from './cluster';
import { identityOf } from './identity';
import { kindConfig } from './kind/config';
import { findTools, type Tool } from './kind/tools';
import {
  type ClusterFiles,
  filesOf,
  forget,
  readClusterRecord,
  writeClusterRecord,
  writeKubeconfig,
} from './records';

export const defaultKindName = 'microtraderx';
const images = ['reference-data', 'trade-service'].map((name) => `ghcr.io/finos/traderx/${name}:latest`);
const madeWithin = 10 * 60_000;
/** Processes of a run, each of which goes through the tutorial; a machine with fewer CPUs runs as many as it has. */
const mostAtOnce = 4;

/**
 * A kind cluster of our own, with a kubeconfig of our own: one that we made before, else a new one. A cluster of the
 * same name that we did not make is refused. It is deleted at the end, unless it is to be kept.
 */
export const kindCluster: ClusterProvider<'kind'> = async (
  { name = defaultKindName, image, config },
  { records, env, keep, stateDir, log },
) => {
  const { kind, docker } = await findTools(env);
  const files = filesOf(records, 'kind', name);
  const remove = async () => {
    await kind('delete', 'cluster', '--name', name, '--kubeconfig', files.kubeconfig);
    forget(files);
  };
  const context = `kind-${name}`;
  const isThere = (await kind('get', 'clusters')).split('\n').includes(name);
  const isUsable = isThere && (await isOurs(name, files, { kind, docker, remove }));
  if (!isUsable) {
    const cpus = Number(await docker('info', '--format', '{{.NCPU}}'));
    const file = join(stateDir, 'kind.yaml');
    mkdirSync(stateDir, { recursive: true });
    writeFileSync(file, kindConfig(readOwn(config), cpus, Math.min(cpus, mostAtOnce)));
    log(`Creating the kind cluster ${name}`);
    await create(name, files, kind, ['--config', file, ...(image ? ['--image', image] : [])]);
  }
  try {
    const { uid, version } = await identityOf(files.kubeconfig, context);
    if (!isUsable) writeClusterRecord(files, { since: new Date().toISOString(), uid });
    const loaded = await loadImages(name, { kind, docker });
    log(`Images loaded into the kind cluster ${name}: ${loaded.join(', ') || 'none, none is here'}`);
    const stop = async (failed = false) => {
      if (keep !== 'always' && !(keep === 'failed' && failed)) await remove();
    };
    const { kubeconfig } = files;
    return { kind: 'kind', kubeconfig, context, version, runsPods: true, pullsImages: true, stop };
  } catch (error) {
    if (!isUsable) await remove();
    throw error;
  }
};

function readOwn(config: string | undefined): string | undefined {
  if (config === undefined) return undefined;
  try {
    return readFileSync(config, 'utf8');
  } catch (error) {
    throw new EnvironmentError(
      `MTX_KIND_CONFIG names a file that cannot be read: ${(error as Error).message}`,
      {
        cause: error,
      },
    );
  }
}

/** Whether the cluster that is there was made by us and is whole; one that we only half made is removed. */
async function isOurs(
  name: string,
  files: ClusterFiles,
  { kind, docker, remove }: { kind: Tool; docker: Tool; remove(): Promise<void> },
): Promise<boolean> {
  const record = readClusterRecord(files);
  if (record && record.uid === undefined && (await wasBegun(name, Date.parse(record.since), docker))) {
    await remove();
    return false;
  }
  if (!record?.uid)
    throw new EnvironmentError(
      `There is a kind cluster ${name} that was not made here, so it is left alone; choose another name with MTX_CLUSTER=kind:<name>.`,
    );
  writeKubeconfig(files, await kind('get', 'kubeconfig', '--name', name));
  const { uid } = await identityOf(files.kubeconfig, `kind-${name}`);
  if (uid === record.uid) return true;
  throw new EnvironmentError(
    `The kind cluster ${name} is not the one that was made here (kube-system has uid ${uid}, not ${record.uid}), ` +
      'so it is left alone; choose another name with MTX_CLUSTER=kind:<name>.',
  );
}

/** Whether the node that is there was made when we began to make one, and by nobody later. */
async function wasBegun(name: string, began: number, docker: Tool): Promise<boolean> {
  const created = Date.parse(await docker('inspect', '--format', '{{.Created}}', `${name}-control-plane`));
  return created >= began && created <= began + madeWithin;
}

async function create(name: string, files: ClusterFiles, kind: Tool, options: string[]): Promise<void> {
  writeClusterRecord(files, { since: new Date().toISOString() });
  try {
    const place = ['--name', name, '--kubeconfig', files.kubeconfig, '--wait', '180s'];
    await kind('create', 'cluster', ...place, ...options);
    // kind leaves the mode to the user's mask.
    writeKubeconfig(files, await kind('get', 'kubeconfig', '--name', name));
  } catch (error) {
    await kind('delete', 'cluster', '--name', name, '--kubeconfig', files.kubeconfig);
    forget(files);
    throw error;
  }
}

async function loadImages(name: string, { kind, docker }: { kind: Tool; docker: Tool }): Promise<string[]> {
  const here: string[] = [];
  for (const image of images)
    if (await docker('image', 'inspect', '--format', '{{.Id}}', image).catch(() => '')) here.push(image);
  if (here.length) await kind('load', 'docker-image', ...here, '--name', name);
  return here;
}
