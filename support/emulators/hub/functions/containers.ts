const POD_SPECS: Record<string, string> = {
  'apps/v1/Deployment': 'spec.template.spec',
  'apps/v1/ReplicaSet': 'spec.template.spec',
  'apps/v1/DaemonSet': 'spec.template.spec',
  'apps/v1/StatefulSet': 'spec.template.spec',
  'batch/v1/Job': 'spec.template.spec',
  'batch/v1/CronJob': 'spec.jobTemplate.spec.template.spec',
  'v1/Pod': 'spec',
};
const LISTS = ['containers', 'initContainers', 'ephemeralContainers'];

/** Types of resources that hold containers. */
export const CONTAINER_TYPES = Object.keys(POD_SPECS);

/** Where the pod is described in a resource of a type; undefined when the type has none. */
export function podSpecPath(resourceType: string): string | undefined {
  return POD_SPECS[resourceType];
}

/** The paths of a container by name (* for all) in a resource of a type; none when the type has no containers. */
export function containerPaths(resourceType: string, containerName: string): string[] {
  const podSpec = podSpecPath(resourceType);
  if (podSpec === undefined) return [];
  const segment = containerName === '*' ? '*' : `?name=${containerName.replaceAll('.', '~1')}`;
  return LISTS.map((list) => `${podSpec}.${list}.${segment}`);
}
