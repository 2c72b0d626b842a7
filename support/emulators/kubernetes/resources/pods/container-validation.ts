import { nanosOf } from '../../schema/quantity';
import { duplicate, type FieldError, invalid, notSupported, required } from '../../status/field-error';
import { labelProblems } from '../metadata/names';
import type { Container } from '../model';

const PULL_POLICIES = ['Always', 'IfNotPresent', 'Never'];
const PROTOCOLS = ['SCTP', 'TCP', 'UDP'];

/** What is wrong with a list of containers at a path. */
export function containersProblems(
  containers: Container[],
  path: string,
  volumes: ReadonlySet<string>,
): FieldError[] {
  const names = new Set<string>();
  return containers.flatMap((container, index) => {
    const at = `${path}[${index}]`;
    const errors: FieldError[] = [];
    if (!container.name) errors.push(required(`${at}.name`));
    else
      errors.push(...labelProblems(container.name).map((why) => invalid(`${at}.name`, container.name, why)));
    if (names.has(container.name)) errors.push(duplicate(`${at}.name`, container.name));
    names.add(container.name);
    return [...errors, ...containerProblems(container, at, volumes)];
  });
}

function containerProblems(container: Container, at: string, volumes: ReadonlySet<string>): FieldError[] {
  const errors: FieldError[] = [];
  if (!container.image) errors.push(required(`${at}.image`));
  else if (container.image !== container.image.trim()) {
    errors.push(invalid(`${at}.image`, container.image, 'must not have leading or trailing whitespace'));
  }
  if (container.imagePullPolicy && !PULL_POLICIES.includes(container.imagePullPolicy)) {
    errors.push(notSupported(`${at}.imagePullPolicy`, container.imagePullPolicy, PULL_POLICIES));
  }
  for (const [index, variable] of (container.env ?? []).entries()) {
    const field = `${at}.env[${index}]`;
    if (!variable.name) errors.push(required(`${field}.name`));
    if (variable.value && variable.valueFrom) {
      errors.push(invalid(`${field}.valueFrom`, '', 'may not be specified when `value` is not empty'));
    }
  }
  for (const [index, mount] of (container.volumeMounts ?? []).entries()) {
    const field = `${at}.volumeMounts[${index}]`;
    if (!mount.name) errors.push(required(`${field}.name`));
    else if (!volumes.has(mount.name))
      errors.push({ field: `${field}.name`, type: 'NotFound', value: mount.name });
    if (!mount.mountPath) errors.push(required(`${field}.mountPath`));
  }
  return [...errors, ...portsProblems(container, at), ...resourcesProblems(container, at)];
}

function portsProblems(container: Container, at: string): FieldError[] {
  const names = new Set<string>();
  return (container.ports ?? []).flatMap((port, index) => {
    const field = `${at}.ports[${index}]`;
    const errors: FieldError[] = [];
    if (port.name !== undefined && names.has(port.name)) errors.push(duplicate(`${field}.name`, port.name));
    if (port.name) names.add(port.name);
    if (!port.containerPort) errors.push(required(`${field}.containerPort`));
    else errors.push(...portProblems(port.containerPort, `${field}.containerPort`));
    if (port.protocol && !PROTOCOLS.includes(port.protocol)) {
      errors.push(notSupported(`${field}.protocol`, port.protocol, PROTOCOLS));
    }
    return errors;
  });
}

/** What is wrong with a port number. */
export function portProblems(port: number, field: string): FieldError[] {
  return port >= 1 && port <= 65535 ? [] : [invalid(field, port, 'must be between 1 and 65535, inclusive')];
}

function resourcesProblems(container: Container, at: string): FieldError[] {
  const { limits = {}, requests = {} } = container.resources ?? {};
  const errors: FieldError[] = [];
  for (const [kind, amounts] of Object.entries({ limits, requests })) {
    for (const [name, amount] of Object.entries(amounts)) {
      if ((nanosOf(amount) ?? 0n) < 0n) {
        errors.push(
          invalid(`${at}.resources.${kind}[${name}]`, amount, 'must be greater than or equal to 0'),
        );
      }
    }
  }
  for (const [name, request] of Object.entries(requests)) {
    const limit = limits[name];
    if (limit !== undefined && (nanosOf(request) ?? 0n) > (nanosOf(limit) ?? 0n)) {
      const why = `must be less than or equal to ${name} limit of ${limit}`;
      errors.push(invalid(`${at}.resources.requests`, request, why));
    }
  }
  return errors;
}
