import { apiVersionOf, type ResourceDefinition } from '../resources/definition';
import type { AnswerForm } from '../server/accept';
import type { Exchange } from '../server/exchange';
import type { KubeObject } from '../store/kube-object';
import { tableOf } from '../tables/table';

/** `metadata` of a list. */
export interface ListMeta {
  resourceVersion: string;
  continue?: string;
  remainingItemCount?: number;
}

const META = 'meta.k8s.io/v1';

/** An object as the client wants it: whole, as a table of one row, or its metadata alone. */
export function presentObject(
  exchange: Exchange,
  definition: ResourceDefinition,
  object: KubeObject,
  now: Date,
): unknown {
  const { form } = exchange;
  if (form.as === 'Table') {
    const { resourceVersion } = object.metadata;
    return tableOf(definition, [object], { resourceVersion }, exchange.query.get('includeObject'), now);
  }
  return form.as === 'PartialObjectMetadata' ? partial(object, form) : object;
}

/** A list as the client wants it. */
export function presentList(
  exchange: Exchange,
  definition: ResourceDefinition,
  objects: KubeObject[],
  metadata: ListMeta,
  now: Date,
): unknown {
  const { form } = exchange;
  if (form.as === 'Table')
    return tableOf(definition, objects, metadata, exchange.query.get('includeObject'), now);
  if (form.as === 'PartialObjectMetadataList') {
    return {
      kind: 'PartialObjectMetadataList',
      apiVersion: META,
      metadata,
      items: objects.map((object) => partial(object, form)),
    };
  }
  const items = objects.map(({ apiVersion, kind, ...item }) => item);
  return { kind: `${definition.kind}List`, apiVersion: apiVersionOf(definition), metadata, items };
}

function partial(object: KubeObject, form: AnswerForm): object {
  const apiVersion = form.version ? `meta.k8s.io/${form.version}` : META;
  return { kind: 'PartialObjectMetadata', apiVersion, metadata: object.metadata };
}
