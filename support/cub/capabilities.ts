import { inParallel } from './in-parallel';
import { attempt, type CubSettings } from './run';

/** What a version of `cub` can do; versions differ, and none is asked for its number. */
export interface Capabilities {
  /** A unit is brought to the cluster with a command of its own. */
  apply: boolean;
  /** A whole space is released as a bundle, which the cluster pulls. */
  releases: boolean;
  /** It can itself wait for units of several spaces to be applied; older versions crash. */
  waitForAll: boolean;
  /** A change set locks the units that it is open on. */
  changeSetLock: boolean;
  /** A local edit survives an upgrade only when it was protected. */
  protection: boolean;
  /** What changed in one unit can be merged into another. */
  merge: boolean;
  /** An upgrade can be tried out. */
  dryRun: boolean;
  /** A space is deleted with all that it holds. */
  recursiveDelete: boolean;
  /** Commands take a named filter. */
  namedFilters: boolean;
  /** A trigger can warn instead of closing a gate. */
  warnings: boolean;
}

export type Capability = keyof Capabilities;

/** What each capability is called in a reason for a skip. */
export const capabilityNames: Record<Capability, string> = {
  apply: 'applying single units',
  releases: 'releases of whole spaces',
  waitForAll: 'waiting for units of several spaces',
  changeSetLock: 'change sets that lock units',
  protection: 'protected edits',
  merge: 'merging between units',
  dryRun: 'trying an upgrade out',
  recursiveDelete: 'deleting a space with all that it holds',
  namedFilters: 'named filters',
  warnings: 'warnings that close no gate',
};

/** Whether what a cluster runs is released to it, as units cannot be applied one by one. */
export function releasesOnly({ apply, releases }: Pick<Capabilities, 'apply' | 'releases'>): boolean {
  return releases && !apply;
}

const known = new Map<string, Promise<Capabilities>>();

/**
 * Finds out what the executable can do, from its own help: exit codes say nothing about unknown commands.
 * Done once for an executable.
 */
export function capabilitiesOf(settings: CubSettings): Promise<Capabilities> {
  const key = [settings.command, settings.env.CUB_CAPABILITIES].join(' ');
  const found = known.get(key) ?? probe(settings);
  known.set(key, found);
  return found;
}

async function probe(settings: CubSettings): Promise<Capabilities> {
  const quiet = { ...settings, transcript: () => undefined };
  const help =
    (...command: string[]) =>
    async () => {
      const { stdout, stderr } = await attempt(quiet, [...command, '--help']);
      return `${stdout}\n${stderr}`;
    };
  const [apply = '', release = '', update = '', call = '', list = '', remove = '', trigger = ''] =
    await inParallel([
      help('unit', 'apply'),
      help('release', 'publish'),
      help('unit', 'update'),
      help('function', 'do'),
      help('unit', 'list'),
      help('space', 'delete'),
      help('trigger', 'create'),
    ]);
  return {
    apply: /^ +cub unit apply\b/m.test(apply),
    releases: /^ +cub release publish\b/m.test(release),
    waitForAll: apply.includes('--revision'),
    changeSetLock: update.includes('--changeset'),
    protection: call.includes('--protect'),
    merge: update.includes('--merge-source'),
    dryRun: update.includes('--dry-run'),
    recursiveDelete: remove.includes('--recursive-force'),
    namedFilters: list.includes('--filter'),
    warnings: trigger.includes('--warn'),
  };
}
