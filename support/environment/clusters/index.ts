import { EnvironmentError } from '../failure';
import type { Settings } from '../settings/settings';
import type { Cluster, ClusterContext, ClusterProvider } from './cluster';
import { embeddedCluster } from './embedded';
import { kwokCluster } from './kwok';
import { sharedCluster } from './shared';

// A kind of cluster is added by one file with its provider, and one line here.
const providers: Partial<Record<Settings['cluster']['kind'], ClusterProvider>> = {
  embedded: embeddedCluster,
  kwok: kwokCluster,
};

/** @throws EnvironmentError for a kind of cluster that this version cannot use */
export function providerOf({ kind }: Settings['cluster']): ClusterProvider {
  const provider = providers[kind];
  if (provider) return provider;
  throw new EnvironmentError(
    `MTX_CLUSTER=${kind} is not there yet in this version; leave MTX_CLUSTER out to use the embedded cluster.`,
  );
}

/** Makes the cluster that the settings choose ready for use, or takes the one that the run's processes share. */
export async function prepareCluster(
  { cluster, shared }: Pick<Settings, 'cluster' | 'shared'>,
  context: ClusterContext,
): Promise<Cluster> {
  return shared ? sharedCluster(shared) : providerOf(cluster)(cluster, context);
}
