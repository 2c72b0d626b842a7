import type { Group } from '../command/spec';
import { GET_FLAGS, LIST_FLAGS, SPACE } from '../command/standard';

export const group: Group = {
  name: 'unit-event',
  short: 'Unit event commands',
  long: 'The unit-event subcommands are used to manage unit events',
  scope: 'space',
  flags: [SPACE],
  commands: [
    {
      name: 'get',
      use: '<unit-slug> <unit-event-id>',
      short: 'Get a unit event',
      arity: { exactly: 2 },
      flags: GET_FLAGS,
      load: () => (require('./get') as typeof import('./get')).getUnitEvent,
    },
    {
      name: 'list',
      use: '<unit-slug>',
      short: 'List unit events',
      arity: { exactly: 1 },
      flags: LIST_FLAGS,
      load: () => (require('./list') as typeof import('./list')).listUnitEvents,
    },
  ],
};
