import type { Group } from '../command/spec';
import { flag, JQ, JSON_FLAG, NAMES, NO_HEADER, OUTPUT, QUIET, SPACE } from '../command/standard';

const PRINTED = [QUIET, JSON_FLAG, JQ, OUTPUT];

export const group: Group = {
  name: 'release',
  short: 'Release commands',
  long: 'The release subcommands are used to release the units of a space to its release target',
  scope: 'space',
  commands: [
    {
      name: 'list',
      short: 'List the releases of a space',
      arity: { exactly: 0 },
      flags: [SPACE, NAMES, NO_HEADER, ...PRINTED],
      load: () => (require('./list') as typeof import('./list')).listReleases,
    },
    {
      name: 'publish',
      use: '<space>',
      short: 'Make a bundle of the units of a space, for its release target to pull',
      arity: { exactly: 1 },
      scope: 'session',
      flags: [
        flag.string('revision', 'revisions to release: ChangeSet:… or Tag:…; heads without it'),
        ...PRINTED,
      ],
      load: () => (require('./publish') as typeof import('./publish')).publishRelease,
    },
  ],
};
