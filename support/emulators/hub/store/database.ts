import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Journal, writeWhole } from './journal';
import { type Operation, readLines, toLine } from './lines';
import type { Table } from './table';
import { createTables, type RowOf, type TableName, type Tables } from './tables';

type AnyTable = Table<object, string>;

/** A journal that grew by this much, and to twice its size, since it was last written anew is written anew. */
const WASTE_BYTES = 32 * 1024 * 1024;

/**
 * The hub's state: rows in memory, each transaction one line of a journal. What `durable()` has resolved for
 * survives a kill at any moment; a transaction is there as a whole or not at all.
 */
export class Database {
  readonly tables: Tables = createTables();
  private readonly journal: Journal;
  private readonly folder: string;
  private readonly fsync: boolean;
  private readonly waste: number;
  private pending: Operation[] | undefined;
  private compactAbove: number;
  private undo: Operation[] = [];

  /**
   * Opens or creates the state in a folder.
   * @param options.waste bytes of journal that are tolerated before it is written anew
   * @param options.fsync whether the disk is waited for; without it a commit survives a kill, not the machine's end
   * @throws Error when the journal is damaged before its last line
   */
  constructor(
    folder: string,
    { waste = WASTE_BYTES, fsync = true }: { waste?: number; fsync?: boolean } = {},
  ) {
    this.fsync = fsync;
    this.waste = waste;
    this.folder = join(folder, 'checkpoints');
    mkdirSync(this.folder, { recursive: true });
    const path = join(folder, 'journal.jsonl');
    const { transactions, bytes } = readLines(path);
    for (const operations of transactions) for (const operation of operations) this.replay(operation);
    this.journal = new Journal(path, bytes, fsync);
    this.compactAbove = bytes + waste;
    const replayed = transactions.reduce((sum, operations) => sum + operations.length, 0);
    if (bytes > waste && replayed > 2 * this.rows()) this.compact();
  }

  /**
   * Carries out changes as one: all of them when `work` returns, none when it throws. Transactions do not nest and
   * `work` is synchronous, so that no other request sees a part.
   */
  transact<T>(work: () => T): T {
    if (this.pending) return work();
    const operations: Operation[] = [];
    const undo: Operation[] = [];
    this.pending = operations;
    this.undo = undo;
    try {
      const result = work();
      if (operations.length > 0) this.journal.append(toLine(operations));
      return result;
    } catch (error) {
      for (const operation of undo.reverse()) this.replay(operation);
      throw error;
    } finally {
      this.pending = undefined;
    }
  }

  /** Does what `transact` would do and takes it back; answers what the result would have been. */
  simulate<T>(work: () => T): T {
    const undo: Operation[] = [];
    if (this.pending) throw new Error('a simulation cannot run inside a transaction');
    this.pending = [];
    this.undo = undo;
    try {
      return work();
    } finally {
      for (const operation of undo.reverse()) this.replay(operation);
      this.pending = undefined;
    }
  }

  /** Adds or replaces a row, inside a transaction. */
  put<Name extends TableName>(name: Name, row: RowOf<Name>): void {
    const table = this.table(name);
    const before = table.put(row);
    this.record([name, table.idOf(row), row], before ?? null);
  }

  /** Removes a row, inside a transaction. */
  remove(name: TableName, id: string): void {
    const before = this.table(name).remove(id);
    if (before) this.record([name, id, null], before);
  }

  /** Resolves when all transactions so far are on disk; nothing may be told to a client before. */
  async durable(): Promise<void> {
    if (this.journal.idle) return;
    await this.journal.durable();
    if (this.journal.bytes > this.compactAbove && this.journal.idle) this.compact();
  }

  /** Names of the saved checkpoints, in order. */
  checkpoints(): string[] {
    const files = readdirSync(this.folder).filter((file) => file.endsWith('.jsonl'));
    return files.map((file) => file.slice(0, -'.jsonl'.length)).sort();
  }

  /** Saves the whole state under a name, in one step; `note` is what else is to be known of that moment. */
  saveCheckpoint(name: string, note: object = {}): void {
    writeWhole(this.noteFile(name), [JSON.stringify(note)], this.fsync);
    writeWhole(this.checkpointFile(name), this.lines(), this.fsync);
  }

  /** What was noted when a checkpoint was saved; undefined for one without, or when there is none of this name. */
  noteOf(name: string): unknown {
    const file = this.noteFile(name);
    return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
  }

  /** Brings the whole state back to a checkpoint, in one step. False when there is none of this name. */
  async restoreCheckpoint(name: string): Promise<boolean> {
    const file = this.checkpointFile(name);
    if (!existsSync(file)) return false;
    do await this.journal.durable();
    while (!this.journal.idle);
    const { transactions } = readLines(file);
    for (const table of Object.values(this.tables)) (table as unknown as AnyTable).reset([]);
    for (const operations of transactions) for (const operation of operations) this.replay(operation);
    this.journal.replace(transactions.map(toLine));
    return true;
  }

  /** Forgets a checkpoint. False when there is none of this name. */
  deleteCheckpoint(name: string): boolean {
    const file = this.checkpointFile(name);
    if (!existsSync(file)) return false;
    rmSync(file);
    rmSync(this.noteFile(name), { force: true });
    return true;
  }

  async close(): Promise<void> {
    await this.journal.close();
  }

  private checkpointFile(name: string): string {
    return join(this.folder, `${name}.jsonl`);
  }

  private noteFile(name: string): string {
    return join(this.folder, `${name}.json`);
  }

  private compact(): void {
    this.journal.replace(this.lines());
    this.compactAbove = this.journal.bytes * 2 + this.waste;
  }

  private rows(): number {
    return Object.values(this.tables).reduce((sum, table) => sum + table.size, 0);
  }

  private lines(): string[] {
    const lines: string[] = [];
    for (const name of Object.keys(this.tables) as TableName[]) {
      const table = this.table(name);
      for (const row of table.all()) lines.push(toLine([[name, table.idOf(row), row]]));
    }
    return lines;
  }

  private table(name: string): AnyTable {
    const table = (this.tables as unknown as Record<string, AnyTable>)[name];
    if (!table) throw new Error(`the journal names a table that this version does not have: ${name}`);
    return table;
  }

  private record(operation: Operation, before: object | null): void {
    if (!this.pending) throw new Error(`${operation[0]} can only be changed inside a transaction`);
    this.pending.push(operation);
    this.undo.push([operation[0], operation[1], before]);
  }

  private replay([name, id, row]: Operation): void {
    if (row) this.table(name).put(row);
    else this.table(name).remove(id);
  }
}
