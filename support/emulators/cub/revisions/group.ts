import type { Group } from '../command/spec';
import { flag, GET_FLAGS, LIST_FLAGS, SPACE } from '../command/standard';

export const group: Group = {
  name: 'revision',
  short: 'Revision commands',
  long: 'The revision subcommands are used to manage revisions',
  scope: 'space',
  flags: [SPACE],
  commands: [
    {
      name: 'data',
      use: '<unit-slug> <revision-num>',
      short: 'Print the config data of a revision',
      arity: { exactly: 2 },
      needs: 'unit-data',
      load: () => (require('./get') as typeof import('./get')).revisionData,
    },
    {
      name: 'get',
      use: '<unit-slug> <revision-num>',
      short: 'Get details about a revision',
      arity: { exactly: 2 },
      flags: [...GET_FLAGS, flag.bool('data-only', 'show config data without other response details')],
      load: () => (require('./get') as typeof import('./get')).getRevision,
    },
    {
      name: 'list',
      use: '<unit>',
      short: 'List revisions',
      arity: { exactly: 1 },
      flags: LIST_FLAGS,
      load: () => (require('./list') as typeof import('./list')).listRevisions,
    },
  ],
};
