import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  statSync,
  unwatchFile,
  watchFile,
} from 'node:fs';
import { join } from 'node:path';

const LOOK_MS = 100;

/** The logs in a folder. */
export function logFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((file) => file.endsWith('.log'));
  return files.sort().map((file) => join(folder, file));
}

/** The whole lines of a file, and where they end. */
export function readLog(file: string): { lines: string[]; end: number } {
  const bytes = readFileSync(file);
  const end = bytes.lastIndexOf('\n') + 1;
  return { lines: bytes.toString('utf8', 0, end).split('\n').filter(Boolean), end };
}

/**
 * Tells each line that is added to files, also after a file was begun anew, until this process is interrupted.
 *
 * @param ends where each file was read to already
 */
export function follow(
  ends: ReadonlyMap<string, number>,
  hear: (file: string, line: string) => void,
): Promise<void> {
  for (const [file, end] of ends) followOne(file, end, (line) => hear(file, line));
  return new Promise((done) =>
    process.once('SIGINT', () => {
      for (const file of ends.keys()) unwatchFile(file);
      done();
    }),
  );
}

function followOne(file: string, end: number, hear: (line: string) => void): void {
  let offset = end;
  let rest = '';
  const look = (): void => {
    const size = sizeOf(file);
    if (size < offset) offset = 0;
    const lines = `${rest}${readFrom(file, offset, size)}`.split('\n');
    offset = size;
    rest = lines.pop() ?? '';
    for (const line of lines.filter(Boolean)) hear(line);
  };
  watchFile(file, { interval: LOOK_MS }, look);
  look();
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

function readFrom(file: string, offset: number, size: number): string {
  if (size === offset) return '';
  const descriptor = openSync(file, 'r');
  const bytes = Buffer.alloc(size - offset);
  readSync(descriptor, bytes, 0, bytes.length, offset);
  closeSync(descriptor);
  return bytes.toString('utf8');
}
