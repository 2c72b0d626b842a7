import { flag } from '../command/standard';
import { entityGroup } from '../entities/group';

export const group = entityGroup({
  noun: 'filter',
  title: 'Filter',
  createUse:
    '[<slug> <from> [--where <where>] [--where-data <where-data>] [--resource-type <resource-type>] [--from-space <from-space>]]',
  fields: [
    flag.string('where-field', 'filter expression that the filter keeps', { needs: 'filter-flag' }),
    flag.string('where-data', 'where filter expression for configuration data (valid only for Units)'),
    flag.string('resource-type', 'resource type to match (e.g., apps/v1/Deployment, valid only for Units)'),
    flag.string('from-space', 'space to filter within (slug or UUID, only relevant for spaced entity types)'),
  ],
  load: (action) => (require('./commands') as typeof import('./commands')).commands[action],
});
