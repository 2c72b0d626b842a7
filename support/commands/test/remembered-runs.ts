import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { identityOf } from '../../environment/clusters/identity';
import { ownNamespacesGone, removeOwnNamespaces } from '../../environment/clusters/own-namespaces';
import { isAlive } from '../../environment/lab/process';

interface RememberedRun {
  /** uid of kube-system of the cluster that it works in */
  uid: string;
  prefix: string;
  process: number;
  command: string;
}

interface Place {
  /** folder in which runs are remembered while they last */
  records: string;
  kubeconfig: string;
  context: string;
}

/** How a run ended. */
export interface Ending {
  /** what it made is to stay */
  keep: boolean;
  /** its processes may still write: it stays remembered, so that the next run removes what comes yet */
  interrupted: boolean;
}

/**
 * Remembers a run in a cluster that outlives it, before it writes there, and removes what killed runs left in that
 * cluster.
 *
 * @returns what ends the run: removes what is left of it, unless that is to be kept
 */
export async function rememberRun(place: Place, prefix: string): Promise<(ending: Ending) => Promise<void>> {
  const { records } = place;
  const { uid } = await identityOf(place.kubeconfig, place.context);
  mkdirSync(records, { recursive: true });
  for (const file of readdirSync(records).filter((name) => name.startsWith('run-'))) {
    const run = JSON.parse(readFileSync(join(records, file), 'utf8')) as RememberedRun;
    if (run.uid !== uid || isAlive(run.process, run.command)) continue;
    await removeOwnNamespaces(place, run.prefix);
    rmSync(join(records, file), { force: true });
  }
  // Names of an earlier run come again when the prefix was chosen by the user.
  await ownNamespacesGone(place, prefix);
  const file = join(records, `run-${prefix}${process.pid}.json`);
  const run: RememberedRun = { uid, prefix, process: process.pid, command: basename(process.argv[1] ?? '') };
  writeFileSync(file, JSON.stringify(run));
  return async ({ keep, interrupted }) => {
    if (!keep) await removeOwnNamespaces(place, prefix);
    if (keep || !interrupted) rmSync(file, { force: true });
  };
}
