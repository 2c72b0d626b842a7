import type { EndpointAddress, EndpointSubset, Service } from '../objects/networking';
import type { Pod } from '../objects/pod';
import { hasEnded, isReady } from '../pods/pod-facts';
import { resolvePort } from './target-port';

/** One pod behind a service, with the ports that it answers on there. */
export interface Endpoint {
  address: EndpointAddress;
  ready: boolean;
  terminating: boolean;
  ports: NonNullable<EndpointSubset['ports']>;
}

/** The pods behind a service: those that its selector selects, have an address and have not ended; by name. */
export function endpointsOf(service: Service, pods: Pod[]): Endpoint[] {
  return pods.filter((pod) => pod.status?.podIP && !hasEnded(pod)).map((pod) => endpoint(service, pod));
}

function endpoint(service: Service, pod: Pod): Endpoint {
  const { name, namespace, uid } = pod.metadata;
  const terminating = pod.metadata.deletionTimestamp !== undefined;
  const ports = (service.spec.ports ?? []).flatMap((port) => {
    const number = resolvePort(pod, port);
    const { protocol = 'TCP', appProtocol } = port;
    const named = { ...(port.name ? { name: port.name } : {}), ...(appProtocol ? { appProtocol } : {}) };
    return number === undefined ? [] : [{ ...named, port: number, protocol }];
  });
  return {
    address: {
      ip: pod.status?.podIP ?? '',
      nodeName: pod.spec.nodeName,
      targetRef: { kind: 'Pod', namespace, name, uid },
    },
    ready: service.spec.publishNotReadyAddresses === true || (isReady(pod) && !terminating),
    terminating,
    ports,
  };
}

/** The subsets of an Endpoints object: addresses with the same ports together; a terminating pod is in none. */
export function subsetsOf(endpoints: Endpoint[]): EndpointSubset[] {
  const subsets = new Map<string, EndpointSubset>();
  for (const { address, ready, terminating, ports } of endpoints) {
    if (terminating && !ready) continue;
    const key = JSON.stringify(ports);
    const subset = subsets.get(key) ?? { ...(ports.length > 0 ? { ports } : {}) };
    const list = ready ? 'addresses' : 'notReadyAddresses';
    subset[list] = [...(subset[list] ?? []), address];
    subsets.set(key, subset);
  }
  return [...subsets.values()];
}
