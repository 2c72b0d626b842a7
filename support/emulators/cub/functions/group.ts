import type { Group } from '../command/spec';
import {
  FILTER,
  flag,
  identifiers,
  JQ,
  JSON_FLAG,
  NAMES,
  NO_HEADER,
  OUTPUT,
  QUIET,
  SPACE,
  TIMEOUT,
  WAIT,
  WHERE,
} from '../command/standard';

const OF = (what: string) => [
  flag.string('target', `target slug to ${what} for`),
  flag.string('worker', `worker slug to ${what} for`),
  flag.string('unit', `unit slug to ${what} for`),
];

/** Flags of every way to call a function. */
export const INVOKE_FLAGS = [
  flag.bool('use-worker', 'use the attached worker to execute the function'),
  flag.string('worker', 'worker to execute the function'),
  flag.bool('combine', 'combine results'),
  flag.bool('output-only', 'show output without other response details'),
  flag.bool('data-only', 'show config data without other response details'),
  flag.string('change-desc', 'change description'),
  identifiers('unit', 'units'),
  flag.bool('dry-run', 'dry run mode: execute functions but skip updating configuration data'),
  flag.string('output-jq', 'apply jq to output JSON'),
  flag.string('changeset', 'changeset to work in, as [space/]slug or id', { needs: 'changeset-lock' }),
  flag.bool('protect', 'protect the changed paths against later upgrades', { needs: 'protect' }),
  flag.string('resource-type', 'resource type that --where-data looks at', { needs: 'filter-flag' }),
  flag.string('where-data', 'filter expression over config data', { needs: 'filter-flag' }),
  FILTER,
  WHERE,
  QUIET,
  JSON_FLAG,
  JQ,
] as const;

export const group: Group = {
  name: 'function',
  short: 'Function commands',
  long: 'The function subcommands are used to discover and execute functions',
  scope: 'space',
  flags: [SPACE],
  leftOut: ['exec'],
  commands: [
    {
      name: 'do',
      use: '<function> [<arg1> ...]',
      short: 'Invoke one function',
      long: `Invoke a function on units in a space, or across all spaces if the selected space is "*".

Arguments may be listed in order, or named as --parameter-name=value after a literal "--".

Examples:
  cub function do --space my-space --unit my-app set-replicas 3
  cub function do --space "*" --where "Labels.tier = 'web'" get-replicas --output-values-only
  cub function do --space my-space -- set-image --container-name=nginx --container-image=nginx:1.27`,
      arity: { atLeast: 1 },
      orgLevel: true,
      flags: [
        ...INVOKE_FLAGS,
        WAIT,
        TIMEOUT,
        OUTPUT,
        flag.bool('output-json', 'show output as raw JSON'),
        flag.bool(
          'output-values-only',
          'show output values (from functions returning AttributeValueList) without other response details',
        ),
      ],
      load: () => (require('./do') as typeof import('./do')).doFunction,
    },
    {
      name: 'explain',
      use: '<function>',
      short: 'Explain a function',
      arity: { exactly: 1 },
      flags: [
        ...OF('explain a function'),
        flag.string('toolchain', 'toolchain type to explain a function for', { fallback: 'Kubernetes/YAML' }),
      ],
      load: () => (require('./explain') as typeof import('./explain')).explainFunction,
    },
    {
      name: 'list',
      short: 'List functions',
      arity: { exactly: 0 },
      orgLevel: true,
      flags: [
        ...OF('list functions'),
        flag.string('toolchain', 'toolchain type to list functions for'),
        NAMES,
        QUIET,
        JSON_FLAG,
        JQ,
        NO_HEADER,
        OUTPUT,
      ],
      load: () => (require('./list') as typeof import('./list')).listFunctions,
    },
  ],
};
