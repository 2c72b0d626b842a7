import { parseAllDocuments } from 'yaml';

/** What a unit's config data says about its service. */
export interface ServiceConfig {
  namespace: string;
  replicas: number;
  image: string;
  /** The container's environment. */
  settings: Record<string, string>;
  annotations: Record<string, string>;
}

interface Manifest {
  kind?: string;
  metadata?: { name?: string; namespace?: string; annotations?: Record<string, string> };
  spec?: {
    replicas?: number;
    template?: {
      spec?: { containers?: Array<{ image?: string; env?: Array<{ name: string; value?: string }> }> };
    };
  };
}

/** All objects in config data. */
export function objectsIn(data: string): Manifest[] {
  return parseAllDocuments(data).flatMap((document) => (document.toJS() as Manifest | null) ?? []);
}

/**
 * Reads the Deployment in a unit's config data.
 *
 * @throws RangeError when there is none
 */
export function serviceConfig(data: string): ServiceConfig {
  const deployment = objectsIn(data).find(({ kind }) => kind === 'Deployment');
  if (!deployment) throw new RangeError('the config data holds no Deployment');
  const container = deployment.spec?.template?.spec?.containers?.[0];
  return {
    namespace: deployment.metadata?.namespace ?? '',
    replicas: deployment.spec?.replicas ?? 1,
    image: container?.image ?? '',
    settings: Object.fromEntries((container?.env ?? []).map(({ name, value }) => [name, value ?? ''])),
    annotations: deployment.metadata?.annotations ?? {},
  };
}

/** The name of the Namespace in config data; empty when there is none. */
export function namespaceName(data: string): string {
  return objectsIn(data).find(({ kind }) => kind === 'Namespace')?.metadata?.name ?? '';
}
