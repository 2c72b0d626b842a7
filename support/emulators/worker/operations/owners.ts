import type { Cluster } from '../cluster/client';
import type { KubeObject } from '../cluster/kube-object';

type Located = Pick<KubeObject, 'kind' | 'metadata'>;

type Owner = NonNullable<KubeObject['metadata']['ownerReferences']>[number];

/** The namespaces that objects are, or are in, sorted; those that nobody removes left out. */
export function namespacesOf(entries: Located[]): string[] {
  const names = entries.map(({ kind, metadata }) =>
    kind === 'Namespace' ? metadata.name : metadata.namespace,
  );
  const removable = names.filter(
    (name) => name !== undefined && name !== 'default' && !name.startsWith('kube-'),
  );
  return [...new Set(removable as string[])].sort();
}

/** Those of the namespaces that exist, as owners of what shall go with the last of them. */
export async function ownersNamed(cluster: Cluster, names: string[]): Promise<Owner[]> {
  const kind = { apiVersion: 'v1', kind: 'Namespace' };
  const found = await Promise.all(names.map((name) => cluster.find({ ...kind, metadata: { name } })));
  return found.flatMap((namespace) =>
    namespace?.metadata.uid ? { ...kind, name: namespace.metadata.name, uid: namespace.metadata.uid } : [],
  );
}
