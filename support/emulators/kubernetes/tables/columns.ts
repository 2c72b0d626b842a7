import {
  BINDING_COLUMNS,
  CONFIG_MAP_COLUMNS,
  CREATED_COLUMNS,
  LEASE_COLUMNS,
  NAMESPACE_COLUMNS,
  NODE_COLUMNS,
  SECRET_COLUMNS,
  SERVICE_ACCOUNT_COLUMNS,
} from './cluster';
import type { Column } from './column';
import { EVENT_COLUMNS } from './events';
import { POD_COLUMNS } from './pods';
import { ENDPOINT_SLICE_COLUMNS, ENDPOINTS_COLUMNS, SERVICE_COLUMNS } from './services';
import { DEPLOYMENT_COLUMNS, REPLICA_SET_COLUMNS } from './workloads';

const COLUMNS: Record<string, Column[]> = {
  'clusterrolebindings.rbac.authorization.k8s.io': BINDING_COLUMNS,
  configmaps: CONFIG_MAP_COLUMNS,
  'deployments.apps': DEPLOYMENT_COLUMNS,
  endpoints: ENDPOINTS_COLUMNS,
  'endpointslices.discovery.k8s.io': ENDPOINT_SLICE_COLUMNS,
  events: EVENT_COLUMNS,
  'leases.coordination.k8s.io': LEASE_COLUMNS,
  namespaces: NAMESPACE_COLUMNS,
  nodes: NODE_COLUMNS,
  pods: POD_COLUMNS,
  'replicasets.apps': REPLICA_SET_COLUMNS,
  'rolebindings.rbac.authorization.k8s.io': BINDING_COLUMNS,
  secrets: SECRET_COLUMNS,
  serviceaccounts: SERVICE_ACCOUNT_COLUMNS,
  services: SERVICE_COLUMNS,
};

/** The columns of a resource's table. */
export function columnsOf(resource: string): Column[] {
  return COLUMNS[resource] ?? CREATED_COLUMNS;
}
