import type { KubeObject } from '../../store/kube-object';
import type { Change } from '../loop/change';
import { sameContent } from '../loop/same-content';
import type { EndpointSlice, Endpoints, Service } from '../objects/networking';
import type { Pod } from '../objects/pod';
import { controllerOf } from '../owners/claim';
import { type Endpoint, endpointsOf, subsetsOf } from './subsets';

/** What stands behind a service now, and what is written down about it. */
export interface ServiceSituation {
  service: Service;
  /** The pods that its selector selects. */
  pods: Pod[];
  endpoints?: Endpoints;
  slices: EndpointSlice[];
  suffix: () => string;
}

const MANAGED_BY = 'endpointslice.kubernetes.io/managed-by';
const MANAGER = 'endpointslice-controller.k8s.io';
/** The label, and its value, of the Endpoints that are written here. */
export const ENDPOINTS_MANAGED_BY = ['endpoints.kubernetes.io/managed-by', 'endpoint-controller'] as const;

/** Writes down, as Endpoints and as one EndpointSlice, which pods stand behind a service. */
export function decideEndpoints(situation: ServiceSituation): Change[] {
  const { service, pods } = situation;
  if (!service.spec.selector || service.metadata.deletionTimestamp) return [];
  const found = endpointsOf(service, pods);
  return [...writeEndpoints(situation, found), ...writeSlice(situation, found)];
}

function writeEndpoints({ service, endpoints }: ServiceSituation, found: Endpoint[]): Change[] {
  const { name, namespace, labels } = service.metadata;
  const subsets = subsetsOf(found);
  const object = {
    apiVersion: 'v1',
    kind: 'Endpoints',
    metadata: {
      name,
      namespace,
      labels: { ...labels, [ENDPOINTS_MANAGED_BY[0]]: ENDPOINTS_MANAGED_BY[1], ...headless(service) },
    },
    ...(subsets.length > 0 ? { subsets } : {}),
  };
  if (!endpoints) return [{ do: 'create', object }];
  const same =
    sameContent(endpoints.subsets, subsets) && sameContent(endpoints.metadata.labels, object.metadata.labels);
  if (same) return [];
  return [
    {
      do: 'update',
      object: { ...object, metadata: { ...endpoints.metadata, labels: object.metadata.labels } },
    },
  ];
}

function writeSlice({ service, slices, suffix }: ServiceSituation, found: Endpoint[]): Change[] {
  const slice = slices.find(({ metadata }) => metadata.labels?.[MANAGED_BY] === MANAGER);
  const content = sliceContent(found);
  if (!slice) return [{ do: 'create', object: freshSlice(service, suffix(), content) }];
  const before = { endpoints: slice.endpoints, ports: slice.ports };
  return sameContent(before, content) ? [] : [{ do: 'update', object: { ...slice, ...content } }];
}

function sliceContent(found: Endpoint[]): Pick<EndpointSlice, 'endpoints' | 'ports'> {
  return {
    endpoints: found.map(({ address: { ip, nodeName, targetRef }, ready, terminating }) => ({
      addresses: [ip],
      conditions: { ready, serving: ready, terminating },
      nodeName,
      targetRef,
    })),
    ports: (found[0]?.ports ?? []).map(({ name = '', ...rest }) => ({ name, ...rest })),
  };
}

function freshSlice(service: Service, suffix: string, content: Pick<EndpointSlice, 'endpoints' | 'ports'>) {
  const { name, namespace, labels } = service.metadata;
  const generateName = `${name}-`;
  return {
    apiVersion: 'discovery.k8s.io/v1',
    kind: 'EndpointSlice',
    metadata: {
      name: `${generateName}${suffix}`,
      generateName,
      namespace,
      labels: { ...labels, ...headless(service), 'kubernetes.io/service-name': name, [MANAGED_BY]: MANAGER },
      ownerReferences: [controllerOf(service as KubeObject)],
    },
    addressType: 'IPv4',
    ...content,
  };
}

function headless(service: Service): Record<string, string> {
  return service.spec.clusterIP === 'None' ? { 'service.kubernetes.io/headless': '' } : {};
}
