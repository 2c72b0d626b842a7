import { basename } from 'node:path';

/** A command as one would type it: the program's name, arguments quoted where a shell needs it. */
export function shellText([command = '', ...args]: readonly string[]): string {
  return [basename(command), ...args.map(quoted)].join(' ');
}

function quoted(arg: string): string {
  return /^[\w@%+=:,./-]+$/.test(arg) ? arg : `'${arg.replaceAll("'", `'\\''`)}'`;
}
