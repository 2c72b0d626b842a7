import type { KubeAccess } from './cluster/access';
import { type Kubeconfig, readKubeconfig } from './cluster/kubeconfig';
import type { Target } from './hub/messages';

/** The clusters that a worker can reach, as the targets that it offers to the hub. */
export interface Clusters {
  targets(workerSlug: string): Target[];
  /** How to reach the cluster of a target. @throws AccessError when there is no such context */
  access(kubeContext: string | undefined): KubeAccess;
}

const waitTimeout = '2m0s';

/**
 * The targets of a worker. In a cluster it is that cluster alone, named after the worker or `inClusterName`;
 * outside it is each context of a kubeconfig, named `<worker>-<context>`.
 *
 * @param clusters the access to the one cluster, or the path of a kubeconfig
 */
export function clustersOf(
  clusters: KubeAccess | string,
  { inClusterName = '', prefix = '' } = {},
): Clusters {
  if (typeof clusters !== 'string')
    return {
      targets: (slug) => [{ Name: prefix + (inClusterName || slug), Params: { WaitTimeout: waitTimeout } }],
      access: () => clusters,
    };
  const kubeconfig: Kubeconfig = readKubeconfig(clusters);
  return {
    targets: (slug) =>
      kubeconfig.contexts.map((context) => ({
        Name: `${prefix}${slug}-${slugOf(context)}`,
        Params: { KubeContext: context, WaitTimeout: waitTimeout },
      })),
    access: (context) => kubeconfig.access(context || kubeconfig.currentContext),
  };
}

/** A name in lower-case letters, digits and single hyphens. */
function slugOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9_]+/g, '-')
    .replace(/^-+|-+$/g, '');
}
