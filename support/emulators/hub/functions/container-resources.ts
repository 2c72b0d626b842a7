import { addValue, removeEntry, setScalar } from '../config-data/edit';
import { multiplyQuantity, parseQuantity, type Quantity } from '../config-data/quantity';
import { resolvePath } from '../config-data/resolve-path';
import { type Collection, entryOf, type TreeFile } from '../config-data/tree';
import { CONTAINER_TYPES, containerPaths } from './containers';
import { type FunctionDefinition, FunctionError, mutating, parameter } from './definition';
import { CONTAINER_NAME } from './path-functions';

type Operation = 'all' | 'cap' | 'floor';

/** Sets requests and limits of a container: always, or only where they are over (cap) or under (floor) the values. */
export const setContainerResources: FunctionDefinition = mutating(
  'set-container-resources',
  {
    description: 'Set resource requests and limits for a container',
    parameters: [
      parameter('container-name', 'Name of the container whose resources to set', 'string', {
        Example: 'main',
        Regexp: CONTAINER_NAME,
      }),
      parameter(
        'operation',
        'If "all" then requests and limits will be set unconditionally; if "cap", then the values will be set if they exceed the values; if "floor", then the values will be set if they are less than the values',
        'enum',
        { Example: 'all', EnumValues: ['all', 'cap', 'floor'] },
      ),
      parameter(
        'cpu',
        'Request cpu represented as a Kubernetes resource quantity, such as 500m; ignored if empty',
      ),
      parameter(
        'memory',
        'Request memory represented as a Kubernetes resource quantity, such as 256Mi; ignored if empty',
      ),
      parameter(
        'limit-factor',
        'Integer factor to multiply requests to compute limits. A factor of 0 implies no limits.',
        'int',
        { Example: '2', Min: 0, Max: 10 },
      ),
    ],
    attribute: 'container-resources',
    types: CONTAINER_TYPES,
  },
  ({ args, resources, file }) => {
    const [container, operation, cpu, memory, factor] = args as [string, Operation, string, string, number];
    if (cpu === '' && memory === '') throw new FunctionError('must specify at least one of cpu and memory');
    const wanted = Object.entries({ cpu, memory })
      .filter(([, text]) => text !== '')
      .map(([name, text]) => ({ name, quantity: quantityOf(name, text), text }));
    for (const { type, root } of resources) {
      for (const place of containerPaths(type, container).flatMap((path) =>
        resolvePath(root, `${path}.resources`),
      )) {
        const target = place.entry.value;
        if (target.kind !== 'map') continue;
        for (const { name, quantity, text } of wanted) {
          setQuantity(target, 'requests', name, operation, quantity, text, file);
          if (factor === 0) continue;
          const limit = multiplyQuantity(quantity, factor);
          setQuantity(target, 'limits', name, operation, quantityOf(name, limit), limit, file);
        }
        const limits = entryOf(target, 'limits');
        if (factor === 0 && limits) removeEntry(target, limits);
      }
    }
  },
);

function quantityOf(name: string, text: string): Quantity {
  const quantity = parseQuantity(text);
  if (quantity) return quantity;
  throw new FunctionError(
    `invalid ${name} ${text}: quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'`,
  );
}

function setQuantity(
  resources: Collection,
  group: 'requests' | 'limits',
  name: string,
  operation: Operation,
  quantity: Quantity,
  text: string,
  file: TreeFile,
): void {
  const map = entryOf(resources, group)?.value;
  if (map?.kind !== 'map') {
    addValue(resources, group, { [name]: text }, file);
    return;
  }
  const entry = entryOf(map, name);
  if (entry === undefined) addValue(map, name, text, file);
  else if (
    entry.value.kind === 'scalar' &&
    applies(operation, parseQuantity(String(entry.value.value)), quantity)
  ) {
    setScalar(map, entry, text, file);
  }
}

function applies(operation: Operation, old: Quantity | undefined, wanted: Quantity): boolean {
  if (operation === 'all' || old === undefined) return true;
  return operation === 'cap' ? old.amount > wanted.amount : old.amount < wanted.amount;
}
