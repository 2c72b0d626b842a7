import type { Behaviour } from './behaviour';
import { configmaps, secrets } from './config/behaviours';
import { deployments } from './deployments/behaviour';
import { events } from './events/behaviour';
import { namespaces } from './namespaces/behaviour';
import { pods } from './pods/behaviour';
import { bindings, roles } from './rbac/behaviours';
import { replicasets } from './replicasets/behaviour';
import { services } from './services/behaviour';
import { endpointSlices } from './services/endpoint-slices';

const PLAIN: Behaviour = {};

const BEHAVIOURS: Record<string, Behaviour> = {
  configmaps,
  'deployments.apps': deployments,
  'endpointslices.discovery.k8s.io': endpointSlices,
  events,
  'leases.coordination.k8s.io': { empty: { spec: {} } },
  namespaces,
  nodes: { empty: { spec: {}, status: {} } },
  pods,
  'replicasets.apps': replicasets,
  'clusterroles.rbac.authorization.k8s.io': roles,
  'roles.rbac.authorization.k8s.io': roles,
  'clusterrolebindings.rbac.authorization.k8s.io': bindings,
  'rolebindings.rbac.authorization.k8s.io': bindings,
  secrets,
  services,
};

/** What a resource does with its objects, by the name under which the store knows it. */
export function behaviourOf(id: string): Behaviour {
  return BEHAVIOURS[id] ?? PLAIN;
}
