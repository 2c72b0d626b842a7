import {
  closeSync,
  existsSync,
  fdatasync,
  fdatasyncSync,
  fstatSync,
  ftruncateSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs';

/** A log whose middle cannot be read: it was changed by someone else. */
export class LogDamagedError extends Error {
  override name = 'LogDamagedError';
  constructor(path: string, line: number) {
    super(`${path} is damaged in line ${line}. Move the file away to begin with an empty cluster.`);
  }
}

/**
 * Lines of JSON, one a committed change, only ever appended to. A last line without its newline was never
 * acknowledged: it is cut at opening, so that the next line does not grow onto it.
 */
export class LogFile {
  private syncing: Promise<void> | undefined;
  private written = 0;
  private synced = 0;

  private constructor(
    private readonly path: string,
    private fd: number,
    private size: number,
    private readonly fsync: boolean,
  ) {}

  /**
   * Opens or makes the file and hands every record that it holds to `replay`.
   *
   * @param fsync whether `durable()` waits for the disk, or only for the operating system
   * @throws LogDamagedError when a line other than the last is no JSON
   */
  static open(path: string, replay: (record: unknown) => void, fsync = true): LogFile {
    const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
    const whole = text.slice(0, text.lastIndexOf('\n') + 1);
    whole.split('\n').forEach((line, index) => {
      if (line === '') return;
      let record: unknown;
      try {
        record = JSON.parse(line);
      } catch {
        throw new LogDamagedError(path, index + 1);
      }
      replay(record);
    });
    const fd = openSync(path, 'a', 0o600);
    const size = Buffer.byteLength(whole);
    if (fstatSync(fd).size !== size) ftruncateSync(fd, size);
    return new LogFile(path, fd, size, fsync);
  }

  /** Bytes in the file. */
  get bytes(): number {
    return this.size;
  }

  /** Writes a record; it survives the end of this process when this returns. */
  append(record: unknown): void {
    const line = Buffer.from(`${JSON.stringify(record)}\n`);
    writeSync(this.fd, line);
    this.size += line.length;
    this.written += 1;
  }

  /** Resolves when all that was written so far is on the disk; calls at the same time share one flush. */
  async durable(): Promise<void> {
    while (this.fsync && this.synced < this.written) {
      this.syncing ??= this.flush();
      await this.syncing;
    }
  }

  private flush(): Promise<void> {
    const upTo = this.written;
    return new Promise((resolve, reject) => {
      fdatasync(this.fd, (error) => {
        this.syncing = undefined;
        if (error) return reject(error);
        this.synced = Math.max(this.synced, upTo);
        resolve();
      });
    });
  }

  /** Replaces the whole content at once: after a crash the file holds either the old or the new records. */
  replace(records: Iterable<unknown>): void {
    const lines: string[] = [];
    for (const record of records) lines.push(JSON.stringify(record));
    const content = Buffer.from(`${lines.join('\n')}\n`);
    const fresh = `${this.path}.new`;
    const fd = openSync(fresh, 'w', 0o600);
    writeSync(fd, content);
    if (this.fsync) fdatasyncSync(fd);
    renameSync(fresh, this.path);
    closeSync(this.fd);
    this.fd = fd;
    this.size = content.length;
    this.synced = this.written;
  }

  /** Ends the use of the file. */
  async close(): Promise<void> {
    await this.durable();
    closeSync(this.fd);
  }
}
