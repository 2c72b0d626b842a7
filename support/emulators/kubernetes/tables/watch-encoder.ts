import type { ResourceDefinition } from '../resources/definition';
import type { Exchange } from '../server/exchange';
import type { KubeObject } from '../store/kube-object';
import { tableOf } from './table';

/** How a watch shows an object: whole, or as a table whose columns are told with the first event only. */
export function watchEncoder(
  exchange: Exchange,
  definition: ResourceDefinition,
  now: () => Date,
): (object: KubeObject) => unknown {
  const { form } = exchange;
  if (form.as === 'PartialObjectMetadata') {
    return ({ metadata }) => ({ kind: 'PartialObjectMetadata', apiVersion: 'meta.k8s.io/v1', metadata });
  }
  if (form.as !== 'Table') return (object) => object;
  let first = true;
  return (object) => {
    const { resourceVersion } = object.metadata;
    const table = tableOf(
      definition,
      [object],
      { resourceVersion },
      exchange.query.get('includeObject'),
      now(),
    );
    if (!first) table.columnDefinitions = null;
    first = false;
    return table;
  };
}
