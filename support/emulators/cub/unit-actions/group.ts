import type { Group } from '../command/spec';
import { LIST_FLAGS, SPACE } from '../command/standard';

export const group: Group = {
  name: 'unit-action',
  short: 'Unit action commands',
  long: 'The unit-action subcommands show the actions carried out on units',
  scope: 'space',
  flags: [SPACE],
  commands: [
    {
      name: 'list',
      use: '<unit-slug>',
      short: 'List unit actions',
      arity: { exactly: 1 },
      flags: LIST_FLAGS,
      load: () => (require('./list') as typeof import('./list')).listUnitActions,
    },
  ],
};
