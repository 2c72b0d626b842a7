/** Names one object of the cluster. */
export interface Reference {
  apiVersion: string;
  kind: string;
  name: string;
  namespace?: string;
}

/** The kinds that the suite looks at. */
export const kinds = {
  deployment: { apiVersion: 'apps/v1', kind: 'Deployment', path: '/apis/apps/v1', plural: 'deployments' },
  service: { apiVersion: 'v1', kind: 'Service', path: '/api/v1', plural: 'services' },
  pod: { apiVersion: 'v1', kind: 'Pod', path: '/api/v1', plural: 'pods' },
  event: { apiVersion: 'v1', kind: 'Event', path: '/api/v1', plural: 'events' },
  configMap: { apiVersion: 'v1', kind: 'ConfigMap', path: '/api/v1', plural: 'configmaps' },
  namespace: { apiVersion: 'v1', kind: 'Namespace', path: '/api/v1', plural: 'namespaces' },
} as const;

export type Kind = (typeof kinds)[keyof typeof kinds];
