import { type ResourceDefinition, resourceId } from '../resources/definition';
import { parseFieldSelector } from '../selectors/field-selector';
import { parseLabelSelector, SelectorError } from '../selectors/label-selector';
import { badRequest } from '../status/refusals';
import type { KubeObject } from '../store/kube-object';

/**
 * Which objects a list, watch or deletion is about: those of a namespace that fit the label and field selectors.
 *
 * @throws ApiError 400 for a selector that makes no sense
 */
export function selectionOf(
  definition: ResourceDefinition,
  namespace: string | undefined,
  query: URLSearchParams,
): (object: KubeObject) => boolean {
  const labelText = query.get('labelSelector');
  const fieldText = query.get('fieldSelector');
  try {
    const fitsLabels = labelText ? parseLabelSelector(labelText) : () => true;
    const fitsFields = fieldText ? parseFieldSelector(fieldText, resourceId(definition)) : () => true;
    return (object) =>
      (!namespace || object.metadata.namespace === namespace) &&
      fitsLabels(object.metadata.labels ?? {}) &&
      fitsFields(object);
  } catch (error) {
    if (error instanceof SelectorError) throw badRequest(error.message);
    throw error;
  }
}
