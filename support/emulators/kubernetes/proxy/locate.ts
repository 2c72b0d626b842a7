import type { EndpointAddress, Endpoints, Service } from '../controllers/objects/networking';
import type { Pod } from '../controllers/objects/pod';
import { ApiError } from '../status/api-error';
import type { Target } from './target';

/** A pod's port that answers for a target. */
export interface Location {
  podName: string;
  ip: string;
  port: number;
}

/**
 * The port of a pod that a request goes to: the one given, else the first that a container declares, else 80.
 *
 * @throws ApiError 400 when the pod has no address yet or the port is no number
 */
export function locatePod(pod: Pod, { port }: Target): Location {
  const ip = pod.status?.podIP;
  if (!ip) throw new ApiError(400, 'BadRequest', 'address not allowed');
  const declared = pod.spec.containers.flatMap((container) => container.ports ?? [])[0]?.containerPort;
  const number = port === '' ? (declared ?? 80) : Number(port);
  if (!Number.isInteger(number) || number < 1 || number > 65_535) {
    throw new ApiError(400, 'BadRequest', `invalid port "${port}" of pod "${pod.metadata.name}"`);
  }
  return { podName: pod.metadata.name, ip, port: number };
}

/**
 * A ready pod behind a service and its port, as upstream's ResourceLocation: a port may be given by name or number; none
 * means the port without a name.
 *
 * @param choose one of the addresses that are ready
 * @throws ApiError 503 when the service has no such port or nothing ready behind it
 */
export function locateService(
  service: Service,
  endpoints: Endpoints | undefined,
  { port }: Target,
  choose: (addresses: EndpointAddress[]) => EndpointAddress | undefined,
): Location {
  const { name } = service.metadata;
  const portName = nameOfPort(service, port);
  for (const { addresses = [], ports = [] } of endpoints?.subsets ?? []) {
    const number = ports.find((candidate) => (candidate.name ?? '') === portName)?.port;
    const address = choose(addresses);
    if (number === undefined || !address) continue;
    return { podName: address.targetRef?.name ?? '', ip: address.ip, port: number };
  }
  throw new ApiError(503, 'ServiceUnavailable', `no endpoints available for service "${name}"`);
}

function nameOfPort({ metadata, spec }: Service, port: string): string {
  if (!/^\d+$/.test(port)) return port;
  const found = spec.ports?.find((candidate) => candidate.port === Number(port));
  if (found) return found.name ?? '';
  throw new ApiError(
    503,
    'ServiceUnavailable',
    `no service port ${port} found for service "${metadata.name}"`,
  );
}
