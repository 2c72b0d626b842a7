import { approvalFunctions } from './approval';
import { celFunctions } from './cel-validate';
import { computeMutations } from './compute-mutations';
import { setContainerResources } from './container-resources';
import type { FunctionDefinition } from './definition';
import { metadataFunctions } from './metadata';
import { namespaceFunctions } from './namespaces';
import { needFunctions } from './needs';
import { setPathComment } from './path-comment';
import { placeholderFunctions } from './placeholders';
import { resourceChanges } from './resource-changes';
import { resourceFunctions } from './resources';
import { searchReplace } from './search-replace';
import { setEnv } from './set-env';
import { typedPathFunctions } from './typed-paths';
import { whereFilter } from './where-filter';
import { workloadFunctions } from './workloads';

const definitions: FunctionDefinition[] = [
  ...approvalFunctions,
  ...celFunctions,
  ...metadataFunctions,
  ...namespaceFunctions,
  ...needFunctions,
  ...placeholderFunctions,
  ...resourceChanges,
  ...resourceFunctions,
  ...typedPathFunctions,
  ...workloadFunctions,
  computeMutations,
  searchReplace,
  setContainerResources,
  setEnv,
  setPathComment,
  whereFilter,
];

/** Every function by name. A new one is a file and a line above. */
export const catalogue: ReadonlyMap<string, FunctionDefinition> = new Map(
  definitions.map((definition): [string, FunctionDefinition] => [
    definition.signature.FunctionName,
    definition,
  ]),
);
