import type { Group } from '../command/spec';
import { GET_FLAGS, LIST_FLAGS } from '../command/standard';

export const group: Group = {
  name: 'user',
  short: 'User commands',
  long: 'The user subcommands are used to view users',
  scope: 'session',
  commands: [
    {
      name: 'get',
      use: '<name or id>',
      short: 'Get details about a user',
      arity: { exactly: 1 },
      flags: GET_FLAGS,
      load: () => (require('./get') as typeof import('./get')).getUser,
    },
    {
      name: 'list',
      short: 'List users',
      arity: { exactly: 0 },
      flags: LIST_FLAGS,
      load: () => (require('./list') as typeof import('./list')).listUsers,
    },
  ],
};
