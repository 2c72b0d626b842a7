import type { Service } from '../resources/model';
import type { KubeObject } from '../store/kube-object';
import { AGE, type Column, NAME, text, wide } from './column';

const specOf = (object: KubeObject): Service['spec'] => (object as Service).spec;

/** `kubectl get services` */
export const SERVICE_COLUMNS: Column[] = [
  NAME,
  text('Type', (object) => specOf(object).type ?? ''),
  text('Cluster-IP', (object) => specOf(object).clusterIP ?? '<none>'),
  text('External-IP', externalAddress),
  text('Port(s)', (object) => portsText(specOf(object)) || '<none>'),
  AGE,
  wide('Selector', (object) => labelsText(specOf(object).selector)),
];

function externalAddress(object: KubeObject): string {
  const { type, externalName, externalIPs } = specOf(object) as Service['spec'] & { externalIPs?: string[] };
  if (type === 'ExternalName') return externalName ?? '';
  const { loadBalancer } = (object.status ?? {}) as {
    loadBalancer?: { ingress?: { ip?: string; hostname?: string }[] };
  };
  const given = (loadBalancer?.ingress ?? []).map(({ ip, hostname }) => ip ?? hostname ?? '');
  const all = [...(type === 'LoadBalancer' ? given : []), ...(externalIPs ?? [])];
  if (all.length > 0) return all.join(',');
  return type === 'LoadBalancer' ? '<pending>' : '<none>';
}

function portsText({ ports = [] }: Service['spec']): string {
  return ports
    .map(({ port, nodePort, protocol }) =>
      nodePort ? `${port}:${nodePort}/${protocol}` : `${port}/${protocol}`,
    )
    .join(',');
}

function labelsText(labels: Record<string, string> | undefined): string {
  const pairs = Object.entries(labels ?? {}).map(([key, value]) => `${key}=${value}`);
  return pairs.sort().join(',') || '<none>';
}

interface Endpoints extends KubeObject {
  subsets?: { addresses?: { ip: string }[]; ports?: { port: number }[] }[];
}

interface EndpointSlice extends KubeObject {
  addressType?: string;
  endpoints?: { addresses?: string[] }[] | null;
  ports?: { name?: string; port?: number }[] | null;
}

const MOST = 3;

function shorten(entries: string[], none: string): string {
  const shown = entries.slice(0, MOST).join(',');
  if (entries.length > MOST) return `${shown} + ${entries.length - MOST} more...`;
  return shown || none;
}

/** `kubectl get endpoints` */
export const ENDPOINTS_COLUMNS: Column[] = [
  NAME,
  text('Endpoints', (object) => {
    const { subsets = [] } = object as Endpoints;
    if (subsets.length === 0) return '<none>';
    const addresses = subsets.flatMap((subset) => {
      const ips = (subset.addresses ?? []).map(({ ip }) => ip);
      return subset.ports ? subset.ports.flatMap(({ port }) => ips.map((ip) => `${ip}:${port}`)) : ips;
    });
    return shorten(addresses, '');
  }),
  AGE,
];

/** `kubectl get endpointslices` */
export const ENDPOINT_SLICE_COLUMNS: Column[] = [
  NAME,
  text('AddressType', (object) => (object as EndpointSlice).addressType ?? ''),
  text('Ports', (object) => {
    const ports = (object as EndpointSlice).ports ?? [];
    return shorten(
      ports.map(({ port, name }) => (port === undefined ? (name ?? '*') : String(port))),
      '<unset>',
    );
  }),
  text('Endpoints', (object) => {
    const endpoints = (object as EndpointSlice).endpoints ?? [];
    return shorten(
      endpoints.flatMap(({ addresses = [] }) => addresses),
      '<unset>',
    );
  }),
  AGE,
];
