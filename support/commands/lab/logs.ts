import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  statSync,
  watch,
} from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { labState } from '../../environment/lab';
import type { Console } from './console';

const shown = 100;

/** Shows the last lines of the servers' logs; with --follow also those that come, until it is interrupted. */
export async function logs(args: string[], { env, out, err }: Console): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { follow: { type: 'boolean', short: 'f', default: false } },
  });
  const { folder } = await labState({ env });
  const known = logFiles(folder.logs);
  const wanted = positionals.length ? known.filter((file) => positionals.includes(nameOf(file))) : known;
  if (!wanted.length) {
    err(`There are no logs${positionals.length ? ` of ${positionals.join(', ')}` : ''} in ${folder.logs}.\n`);
    return 1;
  }
  for (const file of wanted)
    out(
      prefixed(
        file,
        readFileSync(file, 'utf8')
          .split('\n')
          .slice(-shown - 1)
          .join('\n'),
      ),
    );
  if (values.follow) await follow(wanted, out);
  return 0;
}

function logFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((file) => file.endsWith('.log'));
  return files.sort().map((file) => join(folder, file));
}

function follow(files: string[], out: (text: string) => void): Promise<void> {
  const watchers = files.map((file) => {
    let offset = statSync(file).size;
    return watch(file, () => {
      const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
      if (size <= offset) return;
      out(prefixed(file, readFrom(file, offset, size)));
      offset = size;
    });
  });
  return new Promise((done) =>
    process.once('SIGINT', () => {
      for (const watcher of watchers) watcher.close();
      done();
    }),
  );
}

function readFrom(file: string, offset: number, size: number): string {
  const descriptor = openSync(file, 'r');
  const bytes = Buffer.alloc(size - offset);
  readSync(descriptor, bytes, 0, bytes.length, offset);
  closeSync(descriptor);
  return bytes.toString('utf8');
}

function nameOf(file: string): string {
  return basename(file, '.log');
}

function prefixed(file: string, text: string): string {
  const lines = text.split('\n').filter(Boolean);
  return lines.map((line) => `${nameOf(file)}: ${line}\n`).join('');
}
