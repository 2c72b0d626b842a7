import type { Command, Flag, Group } from './spec';

export interface GroupSummary {
  name: string;
  short: string;
}

function flagLines(flags: readonly Flag[]): string {
  const rows = flags
    .slice()
    .sort((left, right) => (left.name < right.name ? -1 : 1))
    .map((flag) => {
      const type = { bool: '', string: ' string', list: ' strings', int: ' int' }[flag.kind];
      const head =
        flag.short === undefined ? `      --${flag.name}${type}` : `  -${flag.short}, --${flag.name}${type}`;
      const worth = flag.fallback === undefined || flag.fallback === '' || flag.fallback === false;
      const shown = typeof flag.fallback === 'string' ? JSON.stringify(flag.fallback) : String(flag.fallback);
      return { head, tail: worth ? flag.usage : `${flag.usage} (default ${shown})` };
    });
  const width = Math.max(...rows.map(({ head }) => head.length)) + 3;
  return rows.map(({ head, tail }) => `${head.padEnd(width)}${tail}\n`).join('');
}

function commandLines(commands: readonly GroupSummary[]): string {
  const width = Math.max(11, ...commands.map(({ name }) => name.length));
  return commands.map(({ name, short }) => `  ${name.padEnd(width)} ${short}`.trimEnd()).join('\n');
}

const DEBUG: Flag = { name: 'debug', kind: 'bool', usage: 'Debug output' };

/** The page of `cub --help`. */
export function rootHelp(groups: readonly GroupSummary[]): string {
  const help: Flag = { name: 'help', short: 'h', kind: 'bool', usage: 'help for cub' };
  return `Command line tool for using ConfigHub
To change the default confighub host, set CONFIGHUB_URL environment variable.

This is the bundled cub of MicroTraderX: a subset of the real one, see docs/differences.md.

Usage:
  cub [command]

Available Commands:
${commandLines(groups)}

Flags:
${flagLines([DEBUG, help])}
Use "cub [command] --help" for more information about a command.
`;
}

/** The page of a group, in cobra's layout. */
export function groupHelp(group: Group, commands: readonly Command[], flags: readonly Flag[]): string {
  const help: Flag = { name: 'help', short: 'h', kind: 'bool', usage: `help for ${group.name}` };
  const own = group.own === undefined ? '' : `\n  cub ${group.name} [flags]`;
  return `${group.long}

Usage:${own}
  cub ${group.name} [command]

Available Commands:
${commandLines(commands)}

Flags:
${flagLines([...flags, help])}
Global Flags:
${flagLines([DEBUG])}
Use "cub ${group.name} [command] --help" for more information about a command.
`;
}

/** The page of one command, in cobra's layout. `path` is `cub unit list`. */
export function commandHelp(
  path: string,
  command: Omit<Command, 'load'>,
  own: readonly Flag[],
  inherited: readonly Flag[],
): string {
  const help: Flag = { name: 'help', short: 'h', kind: 'bool', usage: `help for ${command.name}` };
  const use = command.use === undefined ? path : `${path} ${command.use}`;
  return `${command.long ?? command.short}

Usage:
  ${use} [flags]

Flags:
${flagLines([...own, help])}
Global Flags:
${flagLines([DEBUG, ...inherited])}`;
}
