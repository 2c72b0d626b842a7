import type { Group } from '../command/spec';
import {
  CREATE_FLAGS,
  DELETE_FLAGS,
  flag,
  GET_FLAGS,
  identifiers,
  LIST_FLAGS,
  SPACE,
  TIMEOUT,
  WAIT,
  WHERE,
} from '../command/standard';

export const group: Group = {
  name: 'link',
  short: 'Link commands',
  long: 'The link subcommands are used to manage links',
  scope: 'space',
  flags: [SPACE],
  leftOut: ['update'],
  commands: [
    {
      name: 'create',
      use: '[<link slug> <from unit slug> <to unit slug> [<to space slug>]]',
      short: 'Create a new link or bulk create links',
      arity: { atMost: 4 },
      orgLevel: true,
      flags: [
        ...CREATE_FLAGS,
        WAIT,
        TIMEOUT,
        flag.list('dest-space', 'destination spaces for bulk create (can be repeated or comma-separated)'),
        flag.string('where-space', 'where expression to select spaces for bulk create'),
        flag.string(
          'where-from',
          'where expression to select from units within each space (required in bulk mode)',
        ),
        flag.string(
          'where-to',
          'where expression to select to units within each space (required in bulk mode)',
        ),
        flag.string('where-to-space', 'where expression to select to spaces for bulk create (optional)'),
      ],
      load: () => (require('./create') as typeof import('./create')).createLink,
    },
    {
      name: 'delete',
      use: '[<slug or id>]',
      short: 'Delete a link or multiple links',
      arity: { atMost: 1 },
      orgLevel: true,
      flags: [...DELETE_FLAGS, WAIT, TIMEOUT, WHERE, identifiers('link', 'links')],
      load: () => (require('./delete') as typeof import('./delete')).deleteLinks,
    },
    {
      name: 'get',
      use: '<slug or id>',
      short: 'Get details about a link',
      arity: { exactly: 1 },
      flags: GET_FLAGS,
      load: () => (require('./get') as typeof import('./get')).getLink,
    },
    {
      name: 'list',
      short: 'List links',
      arity: { exactly: 0 },
      orgLevel: true,
      flags: LIST_FLAGS,
      load: () => (require('./list') as typeof import('./list')).listLinks,
    },
  ],
};
