import { addValue, removeEntry, setScalar } from '../config-data/edit';
import { resolvePath } from '../config-data/resolve-path';
import { type Collection, entryOf, stringAt, type TreeFile } from '../config-data/tree';
import { CONTAINER_TYPES, containerPaths } from './containers';
import { type FunctionDefinition, mutating, parameter } from './definition';
import { CONTAINER_NAME } from './path-functions';
import { ENV_NAME } from './workloads';

/** Sets, adds or (with an empty value) removes environment variables of a container. */
export const setEnv: FunctionDefinition = mutating(
  'set-env',
  {
    description: 'Set environment variables for a container using <key>=<value> syntax',
    parameters: [
      parameter('container-name', 'Name of the container whose env vars to update', 'string', {
        Example: 'main',
        Regexp: CONTAINER_NAME,
      }),
      parameter('env-key-value', 'key=value format to upsert; no value implies removal', 'string', {
        Example: 'DATABASE_URL=postgres://postgres:postgres@localhost:5432/main',
        Regexp: `^${ENV_NAME}=.*$`,
      }),
    ],
    varArgs: true,
    types: CONTAINER_TYPES,
  },
  ({ args: [container, ...pairs], resources, file }) => {
    const variables = new Map(pairs.map((pair) => String(pair).split(/=(.*)/s, 2) as [string, string]));
    for (const { type, root } of resources) {
      for (const path of containerPaths(type, String(container))) {
        for (const { entry } of resolvePath(root, path)) {
          if (entry.value.kind === 'map') setVariables(entry.value, variables, file);
        }
      }
    }
  },
);

function setVariables(container: Collection, variables: Map<string, string>, file: TreeFile): void {
  for (const [name, value] of variables) {
    const env = entryOf(container, 'env')?.value;
    const list = env?.kind === 'list' ? env : undefined;
    const item = list?.entries.find((entry) => stringAt(entry.value, 'name') === name);
    if (value === '') {
      if (list && item) removeEntry(list, item);
    } else if (list === undefined) addValue(container, 'env', [{ name, value }], file);
    else if (item?.value.kind === 'map') setValue(item.value, value, file);
    else addValue(list, '', { name, value }, file);
  }
}

function setValue(item: Collection, value: string, file: TreeFile): void {
  const entry = entryOf(item, 'value');
  if (entry === undefined) addValue(item, 'value', value, file);
  else if (entry.value.kind !== 'scalar' || entry.value.value !== value) setScalar(item, entry, value, file);
}
