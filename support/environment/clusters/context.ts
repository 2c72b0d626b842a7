import { join } from 'node:path';
import { EnvironmentError } from '../failure';
import type { ClusterProvider } from './cluster';
import { extractContext } from './context/extract';
import { lackingRights } from './context/rights';
import { type Identity, identityOf } from './identity';
import { filesOf, readClusterRecord, writeClusterRecord, writeKubeconfig } from './records';

/**
 * A cluster of the user's, by its kube context: only after it was allowed, and only while it is the cluster that was
 * allowed. Nothing is written to it before that is known.
 */
export const namedContext: ClusterProvider<'context'> = async ({ context }, { records, env, stateDir }) => {
  const record = readClusterRecord(filesOf(records, 'context', context));
  if (!record)
    throw new EnvironmentError(
      `The kube context ${context} was never allowed; look at it well, then allow it with \`npm run preflight -- --allow-context ${context}\`.`,
    );
  const kubeconfig = join(stateDir, 'context.kubeconfig');
  writeKubeconfig({ kubeconfig }, await extractContext(context, env));
  const { uid, version } = await identityOf(kubeconfig, context);
  if (uid !== record.uid)
    throw new EnvironmentError(
      `The kube context ${context} leads to another cluster than the one that was allowed (kube-system has uid ${uid}, not ${record.uid}); ` +
        `if that is meant, allow it anew with \`npm run preflight -- --allow-context ${context}\`.`,
    );
  const lacking = await lackingRights(kubeconfig);
  if (lacking.length)
    throw new EnvironmentError(`The login of kube context ${context} may not: ${lacking.join(', ')}.`);
  const stop = async () => undefined;
  return { kind: 'context', kubeconfig, context, version, runsPods: true, pullsImages: true, stop };
};

/**
 * Remembers that the cluster which a kube context leads to now may be used.
 *
 * @param stateDir folder for a kubeconfig that is needed only now
 */
export async function allowContext(
  context: string,
  { records, env, stateDir }: { records: string; env: NodeJS.ProcessEnv; stateDir: string },
): Promise<Identity> {
  const kubeconfig = join(stateDir, 'context.kubeconfig');
  writeKubeconfig({ kubeconfig }, await extractContext(context, env));
  const identity = await identityOf(kubeconfig, context);
  const since = new Date().toISOString();
  writeClusterRecord(filesOf(records, 'context', context), { since, uid: identity.uid });
  return identity;
}
