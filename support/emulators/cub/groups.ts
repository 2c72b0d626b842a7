import type { Group } from './command/spec';

export interface GroupEntry {
  name: string;
  short: string;
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
    name: 'context',
    short: 'Context commands',
    load: () => (require('./contexts/group') as typeof import('./contexts/group')).group,
  },
  {
    name: 'function',
    short: 'Function commands',
    load: () => (require('./functions/group') as typeof import('./functions/group')).group,
  },
  {
    name: 'link',
    short: 'Link commands',
    load: () => (require('./links/group') as typeof import('./links/group')).group,
  },
  {
    name: 'space',
    short: 'Space commands',
    load: () => (require('./spaces/group') as typeof import('./spaces/group')).group,
  },
  {
    name: 'target',
    short: 'Target commands',
    load: () => (require('./targets/group') as typeof import('./targets/group')).group,
  },
  {
    name: 'unit',
    short: 'Unit commands',
    load: () => (require('./units/group') as typeof import('./units/group')).group,
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
  'user',
  'view',
];
