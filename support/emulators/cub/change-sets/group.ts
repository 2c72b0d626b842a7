import { flag } from '../command/standard';
import { entityGroup } from '../entities/group';

export const group = entityGroup({
  noun: 'changeset',
  title: 'ChangeSet',
  createUse:
    '[<slug> [--filter <filter>] [--start-tag <start-tag>] [--end-tag <end-tag>] [--description <description>]]',
  fields: [
    flag.string('filter', 'filter to identify units whose revisions are included (slug or UUID)'),
    flag.string('start-tag', 'tag identifying the set of revisions that begin the changeset (slug or UUID)'),
    flag.string('end-tag', 'tag identifying the set of revisions that end the changeset (slug or UUID)'),
    flag.string('description', 'human-readable description of the change'),
  ],
  load: (action) => (require('./commands') as typeof import('./commands')).commands[action],
});
