import type { KubeObject } from '../../store/kube-object';
import type { Behaviour } from '../behaviour';

interface EndpointSlice extends KubeObject {
  endpoints?: { conditions?: object }[];
  ports?: { name?: string; protocol?: string }[];
}

/** EndpointSlices: a port always has a name, the empty one if need be. */
export const endpointSlices: Behaviour = {
  empty: { addressType: '', endpoints: null, ports: null },
  setDefaults(object) {
    for (const endpoint of (object as EndpointSlice).endpoints ?? []) endpoint.conditions ??= {};
    for (const port of (object as EndpointSlice).ports ?? []) {
      port.name ??= '';
      port.protocol ??= 'TCP';
    }
  },
};
