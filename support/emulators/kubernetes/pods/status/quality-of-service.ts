import type { Container, Pod } from '../../controllers/objects/pod';

const WEIGHED = ['cpu', 'memory'];

/** The quality of service that a pod's requests and limits earn it. */
export function qualityOfService(pod: Pod): 'Guaranteed' | 'Burstable' | 'BestEffort' {
  const containers = [...(pod.spec.initContainers ?? []), ...pod.spec.containers];
  if (!containers.some(isWeighed)) return 'BestEffort';
  return containers.every(isFixed) ? 'Guaranteed' : 'Burstable';
}

function isWeighed({ resources }: Container): boolean {
  return WEIGHED.some((name) => resources?.requests?.[name] ?? resources?.limits?.[name]);
}

function isFixed({ resources }: Container): boolean {
  return WEIGHED.every((name) => {
    const limit = resources?.limits?.[name];
    return limit !== undefined && (resources?.requests?.[name] ?? limit) === limit;
  });
}
