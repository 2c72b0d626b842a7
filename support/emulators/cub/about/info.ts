import type { Group } from '../command/spec';

export const group: Group = {
  name: 'info',
  short: 'Show some information',
  long: 'Show some information',
  scope: 'session',
  commands: [],
  own: {
    short: 'Show some information',
    load: () => (require('./show') as typeof import('./show')).showInfo,
  },
};
