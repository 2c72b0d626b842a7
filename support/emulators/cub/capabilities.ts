/** What later `cub` eras added to the first one, up to that of the tutorial; each can be taken away with `CUB_CAPABILITIES`. */
const OF_THE_TUTORIAL = [
  'apply',
  'changeset-lock',
  'protect',
  'merge',
  'output',
  'unit-data',
  'new-prefix',
  'unit-tree',
  'unit-action',
  'recursive-delete',
  'allow-exists',
  'filter-flag',
  'dry-run',
  'restore-named',
  'status',
  'warn',
] as const;

/** What came after the tutorial was written; there only when `CUB_CAPABILITIES` names it. */
const AFTER_IT = ['releases'] as const;

const CAPABILITIES = [...OF_THE_TUTORIAL, ...AFTER_IT];

export type Capability = (typeof CAPABILITIES)[number];

/** What the newest era dropped: there, spaces are released and no unit is applied. */
const DROPPED: readonly Capability[] = ['apply', 'unit-action'];

/**
 * The capabilities that this run has: those of the tutorial's era, or what the environment variable `CUB_CAPABILITIES`
 * says: `newest-era`, or a list (comma separated; empty means none). With one missing, its flags and commands are unknown, as in a `cub`
 * that never had them. An unknown name is an error, so that a typing mistake cannot weaken a test.
 */
export function readCapabilities(env: NodeJS.ProcessEnv): ReadonlySet<Capability> {
  const wanted = env.CUB_CAPABILITIES;
  if (wanted === undefined) return new Set(OF_THE_TUTORIAL);
  if (wanted.trim() === 'newest-era') return new Set(CAPABILITIES.filter((name) => !DROPPED.includes(name)));
  const names = wanted
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  for (const name of names) {
    if (!(CAPABILITIES as readonly string[]).includes(name)) {
      throw new Error(
        `CUB_CAPABILITIES: unknown capability ${name}; known are ${CAPABILITIES.join(', ')}, and newest-era alone`,
      );
    }
  }
  return new Set(names as Capability[]);
}
