import { type ResourceDefinition, resourceId } from '../resources/definition';
import { definitionOf } from '../resources/lookup';
import type { Pod } from '../resources/model';
import { ApiError } from '../status/api-error';
import { forbidden, notFound } from '../status/refusals';
import type { KubeObject } from '../store/kube-object';
import { keyOf, type Storage } from '../store/storage';

/**
 * Whether a new object may come into its namespace: it must exist and not be on its way out.
 *
 * @throws ApiError 404 or 403
 */
export function admitToNamespace(storage: Storage, definition: ResourceDefinition, object: KubeObject): void {
  if (!definition.namespaced) return;
  const { namespace = '', name } = object.metadata;
  const home = storage.get('namespaces', namespace);
  if (!home) throw notFound(definitionOf('namespaces'), namespace);
  if (!home.metadata.deletionTimestamp) return;
  const refusal = forbidden(
    definition,
    name,
    `unable to create new content in namespace ${namespace} because it is being terminated`,
  );
  throw new ApiError(refusal.code, refusal.reason, refusal.message, {
    ...refusal.details,
    causes: [
      {
        reason: 'NamespaceTerminating',
        message: `namespace ${namespace} is being terminated`,
        field: 'metadata.namespace',
      },
    ],
  });
}

/**
 * Whether a new pod's service account exists.
 *
 * @throws ApiError 403
 */
export function admitServiceAccount(
  storage: Storage,
  definition: ResourceDefinition,
  object: KubeObject,
): void {
  if (resourceId(definition) !== 'pods') return;
  const { namespace = '', name } = object.metadata;
  const account = (object as Pod).spec.serviceAccountName ?? 'default';
  if (storage.get('serviceaccounts', keyOf(account, namespace))) return;
  throw forbidden(
    definition,
    name,
    `error looking up service account ${namespace}/${account}: serviceaccount ${JSON.stringify(account)} not found`,
  );
}
