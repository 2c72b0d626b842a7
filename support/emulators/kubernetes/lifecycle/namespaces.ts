import { timestamp } from '../clock/clock';
import { draftOf } from '../registry/objects';
import { type Registry, sortedObjects } from '../registry/registry';
import { type ResourceDefinition, resourceId } from '../resources/definition';
import { definitionOf, isStored } from '../resources/lookup';
import { RESOURCES } from '../resources/table';
import type { StoreEvent } from '../store/cluster-store';
import type { KubeObject } from '../store/kube-object';
import { keyOf } from '../store/storage';
import type { Later } from './later';

const NAMESPACED = RESOURCES.filter((definition) => definition.namespaced && isStored(definition));

/** Gives new namespaces what each has, and empties those that are being deleted. */
export class NamespaceLifecycle {
  /**
   * @param ca the certificate authority, PEM, for `kube-root-ca.crt`
   */
  constructor(
    private readonly registry: Registry,
    private readonly later: Later,
    private readonly now: () => Date,
    private readonly ca: string,
  ) {}

  /** Looks at every namespace once; needed at start and after a restore. */
  rebuild(): void {
    for (const { metadata } of this.registry.list('namespaces')) this.look(metadata.name);
  }

  /** Takes note of a change. */
  observe(event: StoreEvent, definition: ResourceDefinition): void {
    const { name, namespace } = event.object.metadata;
    if (definition.kind === 'Namespace') {
      if (event.type !== 'DELETED') this.look(name);
    } else if (event.type === 'DELETED' && namespace) {
      const home = this.registry.get('namespaces', namespace);
      const furnished = definition.kind === 'ServiceAccount' || definition.kind === 'ConfigMap';
      if (home?.metadata.deletionTimestamp || furnished) this.look(namespace);
    }
  }

  private look(name: string): void {
    this.later.run(`namespace ${name}`, () => {
      const namespace = this.registry.get('namespaces', name);
      if (!namespace) return;
      if (namespace.metadata.deletionTimestamp) this.empty(namespace);
      else this.furnish(name);
    });
  }

  /** The `default` service account and the cluster's certificate authority, as controllers put them there. */
  furnish(namespace: string): void {
    const metadata = { namespace };
    if (!this.registry.get('serviceaccounts', 'default', namespace)) {
      this.registry.create({
        apiVersion: 'v1',
        kind: 'ServiceAccount',
        metadata: { ...metadata, name: 'default' },
      });
    }
    if (this.registry.get('configmaps', 'kube-root-ca.crt', namespace)) return;
    this.registry.create({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: {
        ...metadata,
        name: 'kube-root-ca.crt',
        annotations: {
          'kubernetes.io/description':
            'Contains a CA bundle that can be used to verify the kube-apiserver when using internal endpoints such as the internal service IP or kubernetes.default.svc. No other usage is guaranteed across distributions of Kubernetes clusters.',
        },
      },
      data: { 'ca.crt': this.ca },
    });
  }

  private empty(namespace: KubeObject): void {
    const { name } = namespace.metadata;
    for (const definition of NAMESPACED) {
      for (const object of sortedObjects(this.registry.storage.all(resourceId(definition)), name)) {
        if (object.metadata.deletionTimestamp) continue;
        this.registry.deleteCurrent(definition, object, { propagationPolicy: 'Background' });
      }
    }
    const left = NAMESPACED.flatMap((definition) => {
      const objects = sortedObjects(this.registry.storage.all(resourceId(definition)), name);
      return objects.length > 0 ? [{ definition, objects }] : [];
    });
    if (left.length === 0) this.finish(namespace);
    else this.tell(namespace, left);
  }

  private finish(namespace: KubeObject): void {
    const { storage } = this.registry;
    const current = storage.get('namespaces', namespace.metadata.name);
    if (current?.metadata.uid !== namespace.metadata.uid) return;
    const draft = draftOf(current);
    draft.spec = {};
    if (draft.metadata.finalizers?.length) storage.put('namespaces', draft);
    else storage.remove('namespaces', keyOf(namespace.metadata.name));
  }

  private tell(
    namespace: KubeObject,
    left: { definition: ResourceDefinition; objects: KubeObject[] }[],
  ): void {
    const remaining = left.map(
      ({ definition, objects }) => `${resourceId(definition)}. has ${objects.length} resource instances`,
    );
    const finalizers = new Map<string, number>();
    for (const finalizer of left.flatMap(({ objects }) =>
      objects.flatMap(({ metadata }) => metadata.finalizers ?? []),
    )) {
      finalizers.set(finalizer, (finalizers.get(finalizer) ?? 0) + 1);
    }
    const held = [...finalizers].map(([finalizer, count]) => `${finalizer} in ${count} resource instances`);
    const conditions = [
      condition(
        'NamespaceDeletionDiscoveryFailure',
        false,
        'ResourcesDiscovered',
        'All resources successfully discovered',
      ),
      condition(
        'NamespaceDeletionGroupVersionParsingFailure',
        false,
        'ParsedGroupVersions',
        'All legacy kube types successfully parsed',
      ),
      condition(
        'NamespaceDeletionContentFailure',
        false,
        'ContentDeleted',
        'All content successfully deleted, may be waiting on finalization',
      ),
      condition(
        'NamespaceContentRemaining',
        true,
        'SomeResourcesRemain',
        `Some resources are remaining: ${remaining.join(', ')}`,
      ),
      held.length > 0
        ? condition(
            'NamespaceFinalizersRemaining',
            true,
            'SomeFinalizersRemain',
            `Some content in the namespace has finalizers remaining: ${held.join(', ')}`,
          )
        : condition(
            'NamespaceFinalizersRemaining',
            false,
            'ContentHasNoFinalizers',
            'All content-preserving finalizers finished',
          ),
    ];
    const current = this.registry.get('namespaces', namespace.metadata.name);
    if (!current) return;
    const known = (
      current.status as { conditions?: { type: string; message: string; lastTransitionTime: string }[] }
    ).conditions;
    const lastTransitionTime = timestamp(this.now());
    const timed = conditions.map((next) => {
      const before = known?.find(({ type, message }) => type === next.type && message === next.message);
      return { ...next, lastTransitionTime: before?.lastTransitionTime ?? lastTransitionTime };
    });
    const draft = draftOf(current);
    draft.status = { phase: 'Terminating', conditions: timed };
    this.registry.changeDecoded(definitionOf('namespaces'), current, draft, {
      manager: 'kube-controller-manager',
      subresource: 'status',
    });
  }
}

function condition(type: string, holds: boolean, reason: string, message: string) {
  return { type, status: holds ? 'True' : 'False', reason, message };
}
