import type { Group } from '../command/spec';
import { flag } from '../command/standard';

export const group: Group = {
  name: 'context',
  short: 'Context commands',
  long: 'Context commands',
  scope: 'session',
  leftOut: ['save', 'use'],
  commands: [
    {
      name: 'get',
      short: 'Gets the current local context',
      arity: { exactly: 0 },
      flags: [flag.bool('space-slug-only', 'just print the space slug')],
      load: () => (require('./get') as typeof import('./get')).getContext,
    },
    {
      name: 'set',
      short: 'Sets context for the CLI',
      arity: { exactly: 0 },
      flags: [flag.string('space', 'set space in context')],
      load: () => (require('./set') as typeof import('./set')).setContext,
    },
  ],
};
