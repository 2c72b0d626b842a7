import type { ServicePort } from '../objects/networking';
import type { Pod } from '../objects/pod';

/** The number of the pod's port that a service port leads to; undefined when the pod has no port of that name. */
export function resolvePort(
  pod: Pod,
  { port, targetPort = port, protocol = 'TCP' }: ServicePort,
): number | undefined {
  if (typeof targetPort === 'number') return targetPort === 0 ? port : targetPort;
  return pod.spec.containers
    .flatMap((container) => container.ports ?? [])
    .find((candidate) => candidate.name === targetPort && (candidate.protocol ?? 'TCP') === protocol)
    ?.containerPort;
}
