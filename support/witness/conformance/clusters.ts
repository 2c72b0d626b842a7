import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildBundles, projectRoot } from '../../environment/build';
import { prepareCluster } from '../../environment/clusters';
import { recordsFolder } from '../../environment/clusters/records';
import { startChild } from '../../environment/servers/child';
import { readSettings } from '../../environment/settings/read';
import type { Checked } from './table';

/** Emulated waits are this many times shorter, as in the features. */
const emulatedPace = '50';

/**
 * Starts a cluster as the tests do, uses it, and stops it.
 *
 * @param name as in `MTX_CLUSTER`: embedded, kwok, kind, kind:<name>
 */
export async function onCluster(
  name: string,
  variables: NodeJS.ProcessEnv,
  use: (kubeconfig: string) => Promise<Checked['verdicts']>,
): Promise<Checked> {
  const stateDir = mkdtempSync(join(tmpdir(), 'microtraderx-conformance-'));
  const log = (line: string): void => void process.stderr.write(`${line}\n`);
  const settings = readSettings({ MTX_PACE: emulatedPace, ...variables, MTX_CLUSTER: name });
  try {
    const bundles = await buildBundles();
    const cluster = await prepareCluster(settings, {
      start: (part, args) => startChild(part, bundles[part], args, log),
      stateDir,
      records: recordsFolder(projectRoot, settings.state),
      keep: settings.keep ?? 'never',
      env: variables,
      pace: settings.pace,
      log,
    });
    try {
      return { name, version: cluster.version, verdicts: await use(cluster.kubeconfig) };
    } finally {
      await cluster.stop();
    }
  } finally {
    rmSync(stateDir, { recursive: true, force: true });
  }
}
