import type { Group } from '../command/spec';
import { flag, GET_FLAGS, LIST_FLAGS, SPACE } from '../command/standard';

export const group: Group = {
  name: 'mutation',
  short: 'Mutation commands',
  long: 'The mutation subcommands are used to manage mutations',
  scope: 'space',
  flags: [SPACE],
  commands: [
    {
      name: 'get',
      use: '<unit-slug> <mutation-num>',
      short: 'Get details about a mutation',
      arity: { exactly: 2 },
      flags: GET_FLAGS,
      load: () => (require('./get') as typeof import('./get')).getMutation,
    },
    {
      name: 'list',
      use: '<unit>',
      short: 'List mutations',
      arity: { exactly: 1 },
      flags: [...LIST_FLAGS, flag.bool('by-unit-id', 'use unit id instead of slug')],
      load: () => (require('./list') as typeof import('./list')).listMutations,
    },
  ],
};
