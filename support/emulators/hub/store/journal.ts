import { closeSync, fdatasync, fsyncSync, openSync, renameSync, write, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * An append-only file of lines, one line a transaction. Lines that arrive while the disk is busy share the next
 * sync. When the disk refuses, the journal stays failed: what was told before is safe, nothing more is told.
 */
export class Journal {
  private waiting: string[] = [];
  private running: Promise<void> | undefined;
  private failure: Error | undefined;
  private fd: number;
  bytes: number;

  /**
   * @param path the file; must exist and end with a whole line
   * @param bytes its size
   * @param fsync whether `durable()` waits for the disk, or only for the operating system
   */
  constructor(
    private readonly path: string,
    bytes: number,
    private readonly fsync = true,
  ) {
    this.fd = openSync(path, 'a');
    this.bytes = bytes;
  }

  /** Queues one line (without its newline). `durable()` tells when it is on disk. */
  append(line: string): void {
    if (this.failure) throw this.failure;
    this.waiting.push(line);
    this.running ??= this.run();
  }

  /** Resolves when all that was appended so far is on disk; rejects when the disk refused it. */
  async durable(): Promise<void> {
    while (this.running) await this.running;
    if (this.failure) throw this.failure;
  }

  /** True when nothing waits for the disk. */
  get idle(): boolean {
    return this.running === undefined;
  }

  /** Replaces the whole file by other lines in one step. Only while idle. */
  replace(lines: string[]): void {
    if (!this.idle) throw new Error('the journal can only be replaced while nothing waits for the disk');
    this.bytes = writeWhole(this.path, lines, this.fsync);
    closeSync(this.fd);
    this.fd = openSync(this.path, 'a');
  }

  async close(): Promise<void> {
    await this.durable();
    closeSync(this.fd);
  }

  private async run(): Promise<void> {
    await Promise.resolve();
    while (this.waiting.length > 0) {
      const text = `${this.waiting.join('\n')}\n`;
      this.waiting = [];
      try {
        let rest = Buffer.from(text);
        this.bytes += rest.length;
        while (rest.length > 0) rest = rest.subarray(await writeSome(this.fd, rest));
        if (this.fsync) await sync(this.fd);
      } catch (cause) {
        this.failure = new Error(`the hub cannot write ${this.path}: ${(cause as Error).message}`, { cause });
        break;
      }
    }
    this.running = undefined;
  }
}

function writeSome(fd: number, data: Buffer): Promise<number> {
  return new Promise((resolve, reject) =>
    write(fd, data, (error, written) => (error ? reject(error) : resolve(written))),
  );
}

function sync(fd: number): Promise<void> {
  return new Promise((resolve, reject) => fdatasync(fd, (error) => (error ? reject(error) : resolve())));
}

/** Writes a file of lines so that, at any moment, either the old or the new one is there. Returns its size. */
export function writeWhole(path: string, lines: string[], fsync = true): number {
  const text = Buffer.from(lines.length === 0 ? '' : `${lines.join('\n')}\n`);
  const fd = openSync(`${path}.new`, 'w');
  let written = 0;
  while (written < text.length) written += writeSync(fd, text, written);
  if (fsync) fsyncSync(fd);
  closeSync(fd);
  renameSync(`${path}.new`, path);
  if (fsync) syncFolder(dirname(path));
  return text.length;
}

function syncFolder(path: string): void {
  const folder = openSync(path, 'r');
  fsyncSync(folder);
  closeSync(folder);
}
