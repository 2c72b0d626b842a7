const PLAIN = /^[\w@%+=:,./-]+$/;

/** The command as one could type it into a shell. */
export function commandLine(args: readonly string[]): string {
  return ['cub', ...args.map(quoted)].join(' ');
}

function quoted(arg: string): string {
  if (PLAIN.test(arg)) return arg;
  return arg.includes("'") ? `"${arg.replaceAll(/(["\\$`])/g, '\\$1')}"` : `'${arg}'`;
}
