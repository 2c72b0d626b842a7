import type { Group } from '../command/spec';
import {
  CREATE_FLAGS,
  DELETE_FLAGS,
  flag,
  GET_FLAGS,
  identifiers,
  LIST_FLAGS,
  UPDATE_FLAGS,
  WHERE,
} from '../command/standard';

const SPACES = identifiers('space', 'spaces');

export const group: Group = {
  name: 'space',
  short: 'Space commands',
  long: 'The space subcommands are used to manage spaces',
  scope: 'session',
  commands: [
    {
      name: 'create',
      use: '[space]',
      short: 'Create a space',
      arity: { between: [0, 1] },
      flags: [
        ...CREATE_FLAGS,
        flag.list('name-prefix', 'name prefixes for bulk create (can be repeated or comma-separated)'),
        SPACES,
        WHERE,
        flag.bool('allow-exists', 'succeed when the space exists already', { needs: 'allow-exists' }),
      ],
      load: () => (require('./create') as typeof import('./create')).createSpace,
    },
    {
      name: 'delete',
      use: '[<slug or id>]',
      short: 'Delete a space or multiple spaces',
      arity: { atMost: 1 },
      flags: [
        ...DELETE_FLAGS,
        WHERE,
        SPACES,
        flag.bool('recursive', 'also delete all that the space contains', { needs: 'recursive-delete' }),
        flag.bool('recursive-force', 'as --recursive, also when units are live or cloned from', {
          needs: 'recursive-delete',
        }),
      ],
      load: () => (require('./delete') as typeof import('./delete')).deleteSpace,
    },
    {
      name: 'get',
      use: '<name or id>',
      short: 'Get details about a space',
      arity: { exactly: 1 },
      flags: GET_FLAGS,
      load: () => (require('./get') as typeof import('./get')).getSpace,
    },
    {
      name: 'list',
      short: 'List spaces',
      flags: LIST_FLAGS,
      load: () => (require('./list') as typeof import('./list')).listSpaces,
    },
    {
      name: 'new-prefix',
      short: 'Generate a random prefix that no space begins with',
      arity: { exactly: 0 },
      needs: 'new-prefix',
      load: () => (require('./new-prefix') as typeof import('./new-prefix')).newPrefix,
    },
    {
      name: 'update',
      use: '[slug or id]',
      short: 'Update a space',
      arity: { between: [0, 1] },
      flags: [
        ...UPDATE_FLAGS,
        SPACES,
        flag.bool('patch', 'use patch API for individual or bulk operations'),
        WHERE,
        flag.string(
          'release-target',
          'where releases of the space go: [space/]slug or id of a target; - for nowhere',
          {
            needs: 'releases',
          },
        ),
      ],
      load: () => (require('./update') as typeof import('./update')).updateSpace,
    },
  ],
};
