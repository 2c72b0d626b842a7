import { entityGroup } from '../entities/group';

export const group = entityGroup({
  noun: 'tag',
  title: 'Tag',
  createUse: '[<slug>]',
  fields: [],
  load: (action) => (require('./commands') as typeof import('./commands')).commands[action],
});
