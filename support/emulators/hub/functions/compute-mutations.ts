import { diffConfig } from '../merge/diff-config';
import { type FunctionDefinition, parameter, reading } from './definition';

/** What changed from the data given to the unit's data. */
export const computeMutations: FunctionDefinition = reading(
  'compute-mutations',
  {
    description:
      'Diffs the input with the config data and returns a list of mutations made to the config data',
    parameters: [
      parameter('config-doc-list', 'Document list with the previous config data', 'YAML'),
      parameter(
        'functionIndex',
        'index of the function from the invocation list that mutated the config data',
        'int',
      ),
      {
        ...parameter('alreadyConverted', 'if true, the config-doc-list is already converted to YAML', 'bool'),
        Required: false,
      },
    ],
    output: {
      type: 'ResourceMutationList',
      name: 'mutations',
      description: 'List of mutations in the same order as the resources in the config data',
    },
  },
  ({ args: [before, index], data }) => diffConfig(String(before), data, Number(index)),
);
