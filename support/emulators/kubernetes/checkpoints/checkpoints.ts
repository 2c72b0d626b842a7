import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ApiError } from '../status/api-error';
import { badRequest } from '../status/refusals';
import type { LogRecord, Storage } from '../store/storage';

const NAME_FORM = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;
const SUFFIX = '.jsonl';

/** The checkpoint that always exists: the state right after the first start. */
export const EMPTY = 'empty';

/** States of the whole cluster under names, kept in files beside the state. */
export class Checkpoints {
  private readonly folder: string;
  private readonly read = new Map<string, LogRecord[]>();

  /**
   * @param stateFolder the folder in which the server keeps its state
   */
  constructor(
    stateFolder: string,
    private readonly storage: Storage,
  ) {
    this.folder = join(stateFolder, 'checkpoints');
    mkdirSync(this.folder, { recursive: true });
  }

  /** All names, sorted. */
  names(): string[] {
    return readdirSync(this.folder)
      .filter((file) => file.endsWith(SUFFIX))
      .map((file) => file.slice(0, -SUFFIX.length))
      .sort();
  }

  /**
   * Keeps the state as it is now under a name, in the place of what had that name.
   *
   * @throws ApiError 400 for a name that cannot be a file's
   */
  save(name: string): void {
    const file = this.fileOf(name);
    const records = [...this.storage.snapshot()];
    writeFileSync(`${file}.new`, records.map((record) => `${JSON.stringify(record)}\n`).join(''), {
      mode: 0o600,
    });
    renameSync(`${file}.new`, file);
    this.read.set(name, records);
  }

  /**
   * Puts a kept state in the place of the current one.
   *
   * @throws ApiError 404 when there is none of this name
   */
  restore(name: string): void {
    const file = this.fileOf(name);
    if (!existsSync(file)) throw this.unknown(name);
    const records = this.read.get(name) ?? readRecords(file);
    this.read.set(name, records);
    this.storage.restore(records);
  }

  /**
   * Forgets a kept state.
   *
   * @throws ApiError 400 for `empty`, 404 when there is none of this name
   */
  remove(name: string): void {
    const file = this.fileOf(name);
    if (name === EMPTY) throw badRequest('the checkpoint "empty" cannot be removed');
    if (!existsSync(file)) throw this.unknown(name);
    rmSync(file);
    this.read.delete(name);
  }

  private unknown(name: string): ApiError {
    const known = this.names().join(', ');
    return new ApiError(
      404,
      'NotFound',
      `there is no checkpoint ${JSON.stringify(name)}; there are: ${known}`,
    );
  }

  private fileOf(name: string): string {
    if (!NAME_FORM.test(name)) {
      throw badRequest(
        `${JSON.stringify(name)} cannot name a checkpoint: use letters, digits, dots and dashes`,
      );
    }
    return join(this.folder, `${name}${SUFFIX}`);
  }
}

function readRecords(file: string): LogRecord[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as LogRecord);
}
