/** Options of cucumber that npm takes for its own when the `--` before them is forgotten. */
const OPTIONS = [
  'name',
  'tags',
  'order',
  'parallel',
  'format',
  'retry',
  'shard',
  'profile',
  'dry-run',
] as const;

/**
 * What npm has taken of the command, as a sentence that says how to write it; undefined when it took nothing.
 *
 * @param env in which npm tells its settings, those of the command line among them
 */
export function takenByNpm(argv: readonly string[], env: NodeJS.ProcessEnv): string | undefined {
  if (env.npm_lifecycle_event !== 'test') return undefined;
  const taken = OPTIONS.filter((option) => env[`npm_config_${option.replace('-', '_')}`]);
  if (taken.length === 0) return undefined;
  const given = (option: string) => env[`npm_config_${option.replace('-', '_')}`] ?? '';
  const bare = taken.filter((option) => option !== 'dry-run' && given(option) === 'true');
  const options = taken.map((option) => {
    if (option === 'dry-run') return '--dry-run';
    if (given(option) !== 'true') return `--${option} ${quoted(given(option))}`;
    // Which of several values belongs to which, npm does not tell.
    return [`--${option}`, ...(bare.length === 1 ? argv.map(quoted) : ['…'])].join(' ');
  });
  if (bare.length === 0) options.push(...argv.map(quoted));
  return `npm took ${taken.map((option) => `--${option}`).join(' and ')} for itself, so nothing was run. Write: npm test -- ${options.join(' ')}`;
}

function quoted(value: string): string {
  return /^[\w@:./-]+$/.test(value) ? value : `'${value}'`;
}
