import type { Group } from '../command/spec';

export const group: Group = {
  name: 'version',
  short: 'Show version, commit and build date',
  long: 'Show the build version, commit hash, and build date for cub',
  scope: 'session',
  commands: [],
  own: {
    short: 'Show version, commit and build date',
    long: 'Show the build version, commit hash, and build date for cub',
    load: () => (require('./show') as typeof import('./show')).showVersion,
  },
};
