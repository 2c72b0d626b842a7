import { entryOf } from '../config-data/tree';
import { isProvided, references } from '../links/needs';
import { isPlaceholder } from '../links/placeholders';
import { type AttributeValue, attributeValue, sorted } from './attribute-values';
import { type Call, type FunctionDefinition, reading } from './definition';
import { referenceSetter } from './namespaces';

const needed = reading(
  'get-needed',
  {
    description: 'Returns a list of needed attributes with setter functions',
    output: { type: 'AttributeValueList', name: 'attribute', description: 'Needed attributes' },
  },
  ({ resources }: Call) => {
    const byPlace = new Map<string, AttributeValue>();
    for (const resource of resources) {
      for (const { toType, segments, entry } of references(resource)) {
        const value = entry.value.kind === 'scalar' ? entry.value.value : null;
        if (value === null || !isPlaceholder(value)) continue;
        const key = `${resource.type} ${resource.name} ${segments.join('.')}`;
        const info = {
          SetterInvocations: [...(byPlace.get(key)?.Info?.SetterInvocations ?? []), referenceSetter(toType)],
        };
        byPlace.set(
          key,
          attributeValue({ resource, segments, entry, value, attribute: 'resource-name', info }),
        );
      }
    }
    return sorted([...byPlace.values()]);
  },
);

const provided = reading(
  'get-provided',
  {
    description: 'Returns a list of Provided attributes',
    output: { type: 'AttributeValueList', name: 'attribute', description: 'Provided attributes' },
  },
  ({ resources }: Call) =>
    sorted(
      resources.filter(isProvided).flatMap((resource) => {
        const entry = entryOf(entryOf(resource.root, 'metadata')?.value, 'name');
        if (!entry) return [];
        const Arguments = [{ ParameterName: 'resource-type', Value: resource.type }];
        const info = { GetterInvocation: { FunctionName: 'get-resources-of-type', Arguments } };
        const value = resource.nameWithoutScope;
        return [
          attributeValue({
            resource,
            segments: ['metadata', 'name'],
            entry,
            value,
            attribute: 'resource-name',
            info,
          }),
        ];
      }),
    ),
);

/** What links match: values that are still to be filled in, and names that resources offer. */
export const needFunctions: FunctionDefinition[] = [needed, provided];
