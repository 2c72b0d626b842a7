import type { Capability } from './capabilities';
import type { Group } from './command/spec';

export interface GroupEntry {
  name: string;
  short: string;
  needs?: Capability;
  /** Loads the group's table; only the group that was called is loaded. */
  load: () => Group;
}

/** Every group and command at the top, in the order of the help page. */
export const GROUPS: readonly GroupEntry[] = [
  {
    name: 'auth',
    short: 'Authentication commands',
    load: () => (require('./auth/group') as typeof import('./auth/group')).group,
  },
  {
    name: 'changeset',
    short: 'ChangeSet commands',
    load: () => (require('./change-sets/group') as typeof import('./change-sets/group')).group,
  },
  {
    name: 'context',
    short: 'Context commands',
    load: () => (require('./contexts/group') as typeof import('./contexts/group')).group,
  },
  {
    name: 'filter',
    short: 'Filter commands',
    load: () => (require('./filters/group') as typeof import('./filters/group')).group,
  },
  {
    name: 'function',
    short: 'Function commands',
    load: () => (require('./functions/group') as typeof import('./functions/group')).group,
  },
  {
    name: 'info',
    short: 'Show some information',
    load: () => (require('./about/info') as typeof import('./about/info')).group,
  },
  {
    name: 'link',
    short: 'Link commands',
    load: () => (require('./links/group') as typeof import('./links/group')).group,
  },
  {
    name: 'mutation',
    short: 'Mutation commands',
    load: () => (require('./mutations/group') as typeof import('./mutations/group')).group,
  },
  {
    name: 'release',
    short: 'Release commands',
    needs: 'releases',
    load: () => (require('./releases/group') as typeof import('./releases/group')).group,
  },
  {
    name: 'revision',
    short: 'Revision commands',
    load: () => (require('./revisions/group') as typeof import('./revisions/group')).group,
  },
  {
    name: 'run',
    short: 'invoke a function',
    load: () => (require('./run/group') as typeof import('./run/group')).group,
  },
  {
    name: 'space',
    short: 'Space commands',
    load: () => (require('./spaces/group') as typeof import('./spaces/group')).group,
  },
  {
    name: 'tag',
    short: 'Tag commands',
    load: () => (require('./tags/group') as typeof import('./tags/group')).group,
  },
  {
    name: 'target',
    short: 'Target commands',
    load: () => (require('./targets/group') as typeof import('./targets/group')).group,
  },
  {
    name: 'trigger',
    short: 'Trigger commands',
    load: () => (require('./triggers/group') as typeof import('./triggers/group')).group,
  },
  {
    name: 'unit',
    short: 'Unit commands',
    load: () => (require('./units/group') as typeof import('./units/group')).group,
  },
  {
    name: 'unit-action',
    short: 'Unit action commands',
    needs: 'unit-action',
    load: () => (require('./unit-actions/group') as typeof import('./unit-actions/group')).group,
  },
  {
    name: 'unit-event',
    short: 'Unit event commands',
    load: () => (require('./unit-events/group') as typeof import('./unit-events/group')).group,
  },
  {
    name: 'user',
    short: 'User commands',
    load: () => (require('./users/group') as typeof import('./users/group')).group,
  },
  {
    name: 'version',
    short: 'Show version, commit and build date',
    load: () => (require('./about/version') as typeof import('./about/version')).group,
  },
  {
    name: 'worker',
    short: 'Manage workers',
    load: () => (require('./workers/group') as typeof import('./workers/group')).group,
  },
];

/** Commands of the real `cub` that this one leaves out: named, so that nobody takes their absence for a typing mistake. */
export const LEFT_OUT: readonly string[] = [
  'completion',
  'dataset',
  'helm',
  'invocation',
  'organization',
  'organization-member',
  'package',
  'set',
  'upgrade',
  'view',
];
