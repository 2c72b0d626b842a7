const PLAIN = /^[\w@%+=:,./-]+$/;

/** The command as one could type it into a shell. */
export function commandLine(args: readonly string[]): string {
  return ['cub', ...args.map(quoted)].join(' ');
}

/** The command with what it reads from standard input before it: `echo '…' | cub …`. */
export function commandLineWith(args: readonly string[], input: string | undefined): string {
  if (!input) return commandLine(args);
  const text = input.trimEnd();
  return text.includes('\n')
    ? `${commandLine(args)} <<'END'\n${text}\nEND`
    : `echo ${quoted(text)} | ${commandLine(args)}`;
}

function quoted(arg: string): string {
  if (PLAIN.test(arg)) return arg;
  return arg.includes("'") ? `"${arg.replaceAll(/(["\\$`])/g, '\\$1')}"` : `'${arg}'`;
}
