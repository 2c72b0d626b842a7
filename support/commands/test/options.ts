/** The options of cucumber that choose its configuration rather than being part of it. */
export interface ConfigurationChoice {
  file: string | undefined;
  profiles: string[];
}

/** Finds `--config`, `--profile` and `-p` in arguments meant for cucumber. */
export function configurationChoice(argv: readonly string[]): ConfigurationChoice {
  return { file: valuesOf(argv, ['-c', '--config']).at(-1), profiles: valuesOf(argv, ['-p', '--profile']) };
}

/** True when one of the arguments is that option, as `--name` or `--name=value`. */
export function hasOption(argv: readonly string[], name: string): boolean {
  return argv.some((arg) => arg === name || arg.startsWith(`${name}=`));
}

function valuesOf(argv: readonly string[], names: readonly string[]): string[] {
  return argv.flatMap((arg, index) => {
    if (names.includes(arg)) return argv[index + 1] ?? [];
    const name = names.find((candidate) => candidate.startsWith('--') && arg.startsWith(`${candidate}=`));
    return name === undefined ? [] : arg.slice(name.length + 1);
  });
}
