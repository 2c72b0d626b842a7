import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { execa } from 'execa';

/** A command, as it is to be typed. */
export interface Line {
  typed: string;
  exits: number;
}

/** How a command went. */
export interface Went {
  code: number;
  printed: string;
  seconds: number;
}

/**
 * Types commands into one bash, in order, as a reader would, until one ends with another exit code than it should.
 *
 * @param scratch an empty folder for what they print
 * @returns how those went that were typed; the last may be the one that failed
 */
export async function type(
  lines: readonly Line[],
  place: { cwd: string; env: NodeJS.ProcessEnv; scratch: string; signal?: AbortSignal },
): Promise<Went[]> {
  const { cwd, env, scratch, signal } = place;
  mkdirSync(scratch, { recursive: true });
  const said = (index: number, what: string) => join(scratch, `${index}.${what}`);
  const script = lines.map(({ typed, exits }, index) => {
    writeFileSync(said(index, 'sh'), `${typed}\n`);
    return [
      'began=$EPOCHREALTIME',
      `echo '1 0 0' >${said(index, 'code')}`,
      `. ${said(index, 'sh')} >${said(index, 'out')} 2>&1 </dev/null`,
      `code=$?; echo "$code $began $EPOCHREALTIME" >${said(index, 'code')}`,
      `[ "$code" = ${exits} ] || exit 1`,
    ].join('\n');
  });
  writeFileSync(join(scratch, 'all.sh'), script.join('\n'));
  await execa('bash', [join(scratch, 'all.sh')], {
    cwd,
    env,
    extendEnv: false,
    reject: false,
    stdin: 'ignore',
    ...(signal && { cancelSignal: signal }),
  });
  const went = lines.flatMap((_, index) => {
    const end = contentOf(said(index, 'code'));
    if (!end) return [];
    const [code = 1, began = 0, ended = 0] = end.split(' ').map(Number);
    return [{ code, printed: contentOf(said(index, 'out')), seconds: ended - began }];
  });
  rmSync(scratch, { recursive: true, force: true });
  return went;
}

function contentOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}
