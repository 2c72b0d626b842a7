import { readFileSync } from 'node:fs';
import { Failure } from '../failure';
import type { Host } from '../host';

const GO_ERRORS: Record<string, string> = {
  ENOENT: 'no such file or directory',
  EACCES: 'permission denied',
  EISDIR: 'is a directory',
};

function readPath(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    const verb = code === 'EISDIR' ? 'read' : 'open';
    throw new Failure(`${verb} ${path}: ${GO_ERRORS[code] ?? (error as Error).message}`);
  }
}

/** The bytes of a source: `-` is stdin, a path or file:// URL a file, https:// a download; other schemes are refused. */
export async function fetchContent(host: Host, source: string): Promise<Buffer> {
  if (source === '') throw new Failure('source cannot be empty');
  if (source === '-') return host.stdin();
  if (source.startsWith('file://')) {
    const path = source.slice('file://'.length);
    try {
      return readPath(path);
    } catch (error) {
      throw new Failure(`failed to read file ${path}: ${(error as Error).message}`);
    }
  }
  if (source.startsWith('https://')) return download(source);
  if (!source.includes('://')) return readPath(source);
  throw new Failure(`unsupported URL scheme: ${source} (only file:// and https:// are supported)`);
}

function download(source: string): Promise<Buffer> {
  const { get } = require('node:https') as typeof import('node:https');
  return new Promise((resolve, reject) => {
    const fail = (error: Error) => reject(new Failure(`failed to fetch ${source}: ${error.message}`));
    get(source, { timeout: 30_000 }, (response) => {
      const { statusCode = 0, statusMessage = '' } = response;
      if (statusCode !== 200) {
        response.resume();
        fail(new Error(`Code: ${statusCode}, Status: ${statusCode} ${statusMessage}`));
        return;
      }
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', fail);
      response.on('end', () => resolve(Buffer.concat(parts)));
    }).on('error', fail);
  });
}
