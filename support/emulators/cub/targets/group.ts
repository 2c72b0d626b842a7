import type { Group } from '../command/spec';
import {
  CREATE_FLAGS,
  DELETE_FLAGS,
  flag,
  GET_FLAGS,
  identifiers,
  LIST_FLAGS,
  SPACE,
  WHERE,
} from '../command/standard';

export const group: Group = {
  name: 'target',
  short: 'Target commands',
  long: 'The target subcommands are used to manage targets',
  scope: 'space',
  flags: [SPACE],
  leftOut: ['update'],
  commands: [
    {
      name: 'create',
      use: '<slug> <parameters> [worker-slug]',
      short: 'Create a new target',
      arity: { between: [1, 3] },
      flags: [
        ...CREATE_FLAGS,
        flag.string('provider', 'type of provider: Kubernetes, AWS, FluxOCIWriter or ConfigMap', {
          short: 'p',
          fallback: 'Kubernetes',
        }),
        flag.string('toolchain', 'type of toolchain: Kubernetes/YAML, OpenTofu/HCL or AppConfig/Properties', {
          short: 't',
          fallback: 'Kubernetes/YAML',
        }),
        flag.string('from-target', 'target to copy from another space'),
        flag.string('from-target-space', 'space of target to copy'),
      ],
      load: () => (require('./create') as typeof import('./create')).createTarget,
    },
    {
      name: 'delete',
      use: '[<slug or id>]',
      short: 'Delete a target or multiple targets',
      arity: { atMost: 1 },
      orgLevel: true,
      flags: [...DELETE_FLAGS, WHERE, identifiers('target', 'targets')],
      load: () => (require('./delete') as typeof import('./delete')).deleteTargets,
    },
    {
      name: 'get',
      use: '<slug or id>',
      short: 'Get details about a target',
      arity: { exactly: 1 },
      flags: GET_FLAGS,
      load: () => (require('./get') as typeof import('./get')).getTarget,
    },
    {
      name: 'list',
      short: 'List targets',
      arity: { exactly: 0 },
      orgLevel: true,
      flags: LIST_FLAGS,
      load: () => (require('./list') as typeof import('./list')).listTargets,
    },
  ],
};
