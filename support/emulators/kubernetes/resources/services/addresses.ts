import { type FieldError, invalid } from '../../status/field-error';
import type { KubeObject } from '../../store/kube-object';
import type { Service } from '../model';

const FIRST_NODE_PORT = 30000;
const LAST_NODE_PORT = 32767;
const inRange = (address: string): boolean => address.startsWith('10.96.');

/**
 * Gives a service the cluster IP and node ports that it needs and does not have, from 10.96.0.0/16 and 30000–32767.
 *
 * @param others all services that exist
 * @returns what is wrong with addresses that it asks for itself
 */
export function allocateAddresses(service: Service, others: Iterable<KubeObject>): FieldError[] {
  const { spec } = service;
  if (spec.type === 'ExternalName') return [];
  const rest = [...others].filter(({ metadata }) => metadata.uid !== service.metadata.uid) as Service[];
  const taken = new Set(rest.map((other) => other.spec.clusterIP));
  if (!spec.clusterIP && spec.clusterIPs?.[0]) spec.clusterIP = spec.clusterIPs[0];
  if (!spec.clusterIP) spec.clusterIP = freeAddress(service, taken);
  else if (taken.has(spec.clusterIP) && spec.clusterIP !== 'None') {
    return [
      invalid('spec.clusterIPs', [spec.clusterIP], 'failed to allocate IP: provided IP is already allocated'),
    ];
  } else if (spec.clusterIP !== 'None' && !inRange(spec.clusterIP)) {
    const why = 'failed to allocate IP: the provided network does not match the current range';
    return [invalid('spec.clusterIPs', [spec.clusterIP], why)];
  }
  spec.clusterIPs = [spec.clusterIP];
  spec.ipFamilies ??= ['IPv4'];
  spec.ipFamilyPolicy ??= 'SingleStack';
  return spec.type === 'NodePort' || spec.type === 'LoadBalancer' ? allocateNodePorts(service, rest) : [];
}

/** The address follows from the name, so that the same manifests give the same addresses. */
function freeAddress(service: Service, taken: ReadonlySet<string | undefined>): string {
  let hash = 7;
  for (const character of `${service.metadata.namespace}/${service.metadata.name}`) {
    hash = (hash * 31 + character.charCodeAt(0)) % 65000;
  }
  for (let tried = 0; tried < 65000; tried += 1) {
    const number = ((hash + tried) % 65000) + 256;
    const address = `10.96.${number >> 8}.${number & 255}`;
    if (!taken.has(address)) return address;
  }
  return 'None';
}

function allocateNodePorts(service: Service, others: Service[]): FieldError[] {
  const taken = new Set(others.flatMap(({ spec }) => (spec.ports ?? []).map(({ nodePort }) => nodePort)));
  const errors: FieldError[] = [];
  for (const [index, port] of (service.spec.ports ?? []).entries()) {
    const field = `spec.ports[${index}].nodePort`;
    if (port.nodePort === undefined) {
      let candidate = FIRST_NODE_PORT;
      while (taken.has(candidate) && candidate < LAST_NODE_PORT) candidate += 1;
      port.nodePort = candidate;
    } else if (taken.has(port.nodePort)) {
      errors.push(invalid(field, port.nodePort, 'provided port is already allocated'));
    } else if (port.nodePort < FIRST_NODE_PORT || port.nodePort > LAST_NODE_PORT) {
      const why = `provided port is not in the valid range. The range of valid ports is ${FIRST_NODE_PORT}-${LAST_NODE_PORT}`;
      errors.push(invalid(field, port.nodePort, why));
    }
    taken.add(port.nodePort);
  }
  return errors;
}
