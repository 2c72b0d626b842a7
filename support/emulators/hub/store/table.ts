type IndexOf<Row> = Record<string, (row: Row) => string | undefined>;

/** Rows of one kind by id, with the lookups that the hub's questions need, so that their cost does not grow. */
export class Table<Row extends object, Name extends string = string> {
  private rows = new Map<string, Row>();
  private readonly indexes = new Map<Name, Map<string, Set<string>>>();

  /**
   * @param idOf the id of a row
   * @param indexOf for each index, the value a row is filed under, or undefined when it is not filed
   */
  constructor(
    readonly idOf: (row: Row) => string,
    private readonly indexOf: { [index in Name]: (row: Row) => string | undefined },
  ) {
    for (const name of Object.keys(indexOf) as Name[]) this.indexes.set(name, new Map());
  }

  get size(): number {
    return this.rows.size;
  }

  get(id: string): Row | undefined {
    return this.rows.get(id);
  }

  /** All rows, oldest first. */
  all(): Row[] {
    return [...this.rows.values()];
  }

  /** Rows filed under a value of an index, in the order they were filed. */
  by(index: Name, value: string): Row[] {
    const ids = this.indexes.get(index)?.get(value);
    if (!ids) return [];
    const found: Row[] = [];
    for (const id of ids) {
      const row = this.rows.get(id);
      if (row) found.push(row);
    }
    return found;
  }

  /** How many rows are filed under a value of an index. */
  count(index: Name, value: string): number {
    return this.indexes.get(index)?.get(value)?.size ?? 0;
  }

  /** Adds or replaces a row and returns the one it replaced. Rows are never changed in place. */
  put(row: Row): Row | undefined {
    const id = this.idOf(row);
    const before = this.rows.get(id);
    this.rows.set(id, row);
    for (const [name, entries] of this.indexes) {
      const from = before && this.filedUnder(name, before);
      const to = this.filedUnder(name, row);
      if (from === to) continue;
      if (from !== undefined) unfile(entries, from, id);
      if (to !== undefined) file(entries, to, id);
    }
    return before;
  }

  /** Takes a row out and returns it. */
  remove(id: string): Row | undefined {
    const before = this.rows.get(id);
    if (!before) return undefined;
    this.rows.delete(id);
    for (const [name, entries] of this.indexes) {
      const from = this.filedUnder(name, before);
      if (from !== undefined) unfile(entries, from, id);
    }
    return before;
  }

  /** The rows as they are now; cheap, because rows are shared and never changed in place. */
  snapshot(): Map<string, Row> {
    return new Map(this.rows);
  }

  /** Replaces all rows. */
  reset(rows: Iterable<Row>): void {
    this.rows = new Map();
    for (const entries of this.indexes.values()) entries.clear();
    for (const row of rows) this.put(row);
  }

  private filedUnder(name: Name, row: Row): string | undefined {
    return (this.indexOf as IndexOf<Row>)[name]?.(row);
  }
}

function file(entries: Map<string, Set<string>>, value: string, id: string): void {
  const ids = entries.get(value);
  if (ids) ids.add(id);
  else entries.set(value, new Set([id]));
}

function unfile(entries: Map<string, Set<string>>, value: string, id: string): void {
  const ids = entries.get(value);
  if (!ids) return;
  ids.delete(id);
  if (ids.size === 0) entries.delete(value);
}
