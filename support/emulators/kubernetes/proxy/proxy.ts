import type { Endpoints, Service } from '../controllers/objects/networking';
import type { Pod } from '../controllers/objects/pod';
import type { ContainerAnswer, ContainerRequest } from '../images/model';
import { ApiError } from '../status/api-error';
import type { ClusterStore } from '../store/cluster-store';
import { type Location, locatePod, locateService } from './locate';
import type { ProxyAnswer, ProxyRequest } from './model';
import { parseTarget, type Target } from './target';

/** Lets what listens on a pod's port answer; undefined when nothing does. */
export type Dial = (pod: Pod, port: number, request: ContainerRequest) => ContainerAnswer | undefined;

/** The way from the API server to pods and services. Ready pods behind a service take turns. */
export function createProxy(
  store: Pick<ClusterStore, 'get'>,
  dial: Dial,
): (request: ProxyRequest) => Promise<ProxyAnswer> {
  let turn = 0;

  function locate({ kind, namespace }: ProxyRequest, target: Target): Location {
    if (kind === 'pods') return locatePod(existing<Pod>('pods', target.name, namespace), target);
    const service = existing<Service>('services', target.name, namespace);
    const endpoints = store.get<Endpoints>('endpoints', target.name, namespace);
    return locateService(service, endpoints, target, (addresses) => addresses[turn++ % addresses.length]);
  }

  function existing<T extends Pod | Service>(resource: string, name: string, namespace: string): T {
    const found = store.get<T>(resource, name, namespace);
    if (found) return found;
    throw new ApiError(404, 'NotFound', `${resource} "${name}" not found`, { name, kind: resource });
  }

  return async (request) => {
    const target = parseTarget(request.kind, request.target);
    const { podName, ip, port } = locate(request, target);
    const pod = store.get<Pod>('pods', podName, request.namespace);
    const { method, path, query } = request;
    const answer = pod && dial(pod, port, { method, path, query });
    if (!answer) throw unreachable(`dial tcp ${ip}:${port}: connect: connection refused`);
    if (target.scheme === 'https') throw unreachable('tls: first record does not look like a TLS handshake');
    return answer;
  };
}

function unreachable(why: string): ApiError {
  return new ApiError(503, 'ServiceUnavailable', `error trying to reach service: ${why}`);
}
