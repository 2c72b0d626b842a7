import { type Controller, keyOf } from '../loop/controller';
import type { EndpointSlice, Endpoints, Service } from '../objects/networking';
import type { Pod } from '../objects/pod';
import { hasLabels } from '../selectors/label-selector';
import { decideEndpoints, ENDPOINTS_MANAGED_BY } from './decide';

const SLICES = 'endpointslices.discovery.k8s.io';

/** Writes down which pods stand behind services: looks again at a service when it or one of its pods changes. */
export const endpointsController: Controller = {
  name: 'endpoints',
  all: (reader) => reader.list('services').map(keyOf),

  concerns({ resource, object, previous }, reader) {
    const namespace = object.metadata.namespace ?? '';
    if (resource === 'services' || resource === 'endpoints') return [keyOf(object)];
    if (resource === SLICES) {
      const name = object.metadata.labels?.['kubernetes.io/service-name'];
      return name === undefined ? [] : [{ namespace, name }];
    }
    if (resource !== 'pods') return [];
    return reader
      .list<Service>('services', namespace)
      .filter(
        (service) => isBehind(object as Pod, service) || (previous && isBehind(previous as Pod, service)),
      )
      .map(keyOf);
  },

  decide({ namespace, name }, reader, { suffix }) {
    const service = reader.get<Service>('services', name, namespace);
    const endpoints = reader.get<Endpoints>('endpoints', name, namespace);
    if (!service) {
      const left = endpoints && !endpoints.metadata.deletionTimestamp && isOurs(endpoints);
      return { changes: left ? [{ do: 'delete', resource: 'endpoints', name, namespace }] : [] };
    }
    const pods = reader.list<Pod>('pods', namespace).filter((pod) => isBehind(pod, service));
    const slices = reader
      .list<EndpointSlice>(SLICES, namespace)
      .filter(({ metadata }) => metadata.labels?.['kubernetes.io/service-name'] === name);
    return { changes: decideEndpoints({ service, pods, endpoints, slices, suffix }) };
  },
};

function isBehind(pod: Pod, service: Service): boolean {
  const { selector } = service.spec;
  return (
    selector !== undefined && Object.keys(selector).length > 0 && hasLabels(pod.metadata.labels, selector)
  );
}

function isOurs(endpoints: Endpoints): boolean {
  const [label, manager] = ENDPOINTS_MANAGED_BY;
  return endpoints.metadata.labels?.[label] === manager;
}
