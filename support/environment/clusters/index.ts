import type { Settings } from '../settings/settings';
import type { Cluster, ClusterContext } from './cluster';
import { namedContext } from './context';
import { embeddedCluster } from './embedded';
import { kindCluster } from './kind';
import { kwokCluster } from './kwok';
import { sharedCluster } from './shared';

/** Makes the cluster that the settings choose ready for use, or takes the one that the run's processes share. */
export async function prepareCluster(
  { cluster, shared }: Pick<Settings, 'cluster' | 'shared'>,
  context: ClusterContext,
): Promise<Cluster> {
  if (shared) return sharedCluster(shared);
  switch (cluster.kind) {
    case 'embedded':
      return embeddedCluster(cluster, context);
    case 'kwok':
      return kwokCluster(cluster, context);
    case 'kind':
      return kindCluster(cluster, context);
    case 'context':
      return namedContext(cluster, context);
  }
}
