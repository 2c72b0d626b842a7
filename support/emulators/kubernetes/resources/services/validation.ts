import { isIP } from 'node:net';
import { duplicate, type FieldError, invalid, notSupported, required } from '../../status/field-error';
import { labelProblems, subdomainProblems } from '../metadata/names';
import { labelsProblems } from '../metadata/validation';
import type { Service, ServicePort } from '../model';
import { portProblems } from '../pods/container-validation';

const TYPES = ['ClusterIP', 'ExternalName', 'LoadBalancer', 'NodePort'];
const PROTOCOLS = ['SCTP', 'TCP', 'UDP'];
const AFFINITIES = ['ClientIP', 'None'];

/** What is wrong with a service. */
export function serviceProblems({ spec }: Service): FieldError[] {
  const errors: FieldError[] = [];
  const ports = spec.ports ?? [];
  const headless = spec.clusterIP === 'None';
  if (ports.length === 0 && !headless && spec.type !== 'ExternalName') errors.push(required('spec.ports'));
  const seen = new Set<string>();
  for (const [index, port] of ports.entries()) {
    errors.push(...servicePortProblems(port, `spec.ports[${index}]`, ports.length > 1, seen));
  }
  if (!TYPES.includes(spec.type ?? '')) errors.push(notSupported('spec.type', spec.type, TYPES));
  if (!AFFINITIES.includes(spec.sessionAffinity ?? '')) {
    errors.push(notSupported('spec.sessionAffinity', spec.sessionAffinity, AFFINITIES));
  }
  if (spec.type === 'ExternalName') {
    const name = spec.externalName;
    if (!name) errors.push(required('spec.externalName'));
    else errors.push(...subdomainProblems(name).map((why) => invalid('spec.externalName', name, why)));
  }
  errors.push(...labelsProblems(spec.selector ?? {}, 'spec.selector'));
  const address = spec.clusterIP;
  if (address && !headless && isIP(address) === 0) {
    errors.push(
      invalid('spec.clusterIPs[0]', address, 'must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)'),
    );
  }
  return errors;
}

function servicePortProblems(port: ServicePort, at: string, many: boolean, seen: Set<string>): FieldError[] {
  const errors: FieldError[] = [];
  if (many && !port.name) errors.push(required(`${at}.name`));
  if (port.name) {
    const name = port.name;
    errors.push(...labelProblems(name).map((why) => invalid(`${at}.name`, name, why)));
    if (seen.has(name)) errors.push(duplicate(`${at}.name`, name));
    seen.add(name);
  }
  errors.push(...portProblems(port.port, `${at}.port`));
  if (!PROTOCOLS.includes(port.protocol ?? ''))
    errors.push(notSupported(`${at}.protocol`, port.protocol, PROTOCOLS));
  if (typeof port.targetPort === 'number') errors.push(...portProblems(port.targetPort, `${at}.targetPort`));
  const key = `${port.protocol}/${port.port}`;
  if (seen.has(key)) errors.push(duplicate(at, { port: port.port, protocol: port.protocol }));
  seen.add(key);
  return errors;
}

/** A service keeps the address that it was given, unless it becomes or was an alias. */
export function serviceUpdateProblems({ spec }: Service, { spec: old }: Service): FieldError[] {
  if (spec.type === 'ExternalName' || old.type === 'ExternalName') return [];
  if (!old.clusterIP || spec.clusterIP === old.clusterIP) return [];
  return [invalid('spec.clusterIPs[0]', spec.clusterIPs ?? [spec.clusterIP], 'may not change once set')];
}
