import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** The numbers of the processes that have a folder among their arguments. On Windows none: they cannot be seen. */
export function processesNaming(folder: string): number[] {
  return commandLines()
    .filter(({ pid, line }) => pid !== process.pid && line.includes(folder))
    .map(({ pid }) => pid);
}

function commandLines(): Array<{ pid: number; line: string }> {
  if (process.platform === 'win32') return [];
  if (existsSync('/proc/self/cmdline'))
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((name) => ({ pid: Number(name), line: argumentsOf(name) }));
  const listed = execFileSync('ps', ['-axo', 'pid=,command='], { encoding: 'utf8' });
  return listed.split('\n').map((row) => {
    const [, pid = '0', line = ''] = /^\s*(\d+) (.*)$/.exec(row) ?? [];
    return { pid: Number(pid), line };
  });
}

function argumentsOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch (error) {
    // It has ended since it was listed.
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return '';
    throw error;
  }
}
