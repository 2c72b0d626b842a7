import { addValue } from '../config-data/edit';
import { entryOf } from '../config-data/tree';
import { PLACEHOLDER } from '../links/placeholders';
import { CLUSTER_TYPES, referencePaths } from '../links/resource-references';
import { type FunctionDefinition, mutating, parameter } from './definition';
import { pathFunctions } from './path-functions';

/** How links set names of other resources; getters tell it so that needed and provided values can be matched. */
export function referenceSetter(resourceType: string): {
  FunctionName: string;
  Arguments: { ParameterName: string; Value: string }[];
} {
  return {
    FunctionName: 'set-references-of-type',
    Arguments: [{ ParameterName: 'resource-type', Value: resourceType }],
  };
}

const namespace = pathFunctions({
  name: 'namespace',
  about: ' the namespace attributes in resource',
  selectors: [],
  value: parameter('namespace-name', 'Value of namespace fields in the resources'),
  attribute: 'resource-name',
  types: ['*'],
  paths: ({ type }) => referencePaths(type, 'v1/Namespace'),
  info: () => ({ SetterInvocations: [referenceSetter('v1/Namespace')] }),
});

const ensureNamespaces = mutating(
  'ensure-namespaces',
  {
    description:
      'Ensure every namespaced resource has a namespace field by adding one with the placeholder value if it is not present',
  },
  ({ resources, file }) => {
    for (const { type, root } of resources) {
      const metadata = entryOf(root, 'metadata')?.value;
      if (CLUSTER_TYPES.has(type) || metadata?.kind !== 'map' || entryOf(metadata, 'namespace')) continue;
      addValue(metadata, 'namespace', PLACEHOLDER, file);
    }
  },
);

/** Functions on the namespaces of resources. */
export const namespaceFunctions: FunctionDefinition[] = [...namespace, ensureNamespaces];
