import type { Key } from './controller';

/** Work that waits: each key once, in the order in which it was first asked for. */
export class WorkQueue<T extends { name: string }> {
  readonly #waiting = new Map<string, { worker: T; key: Key }>();

  /** Asks a worker to look at a key; a key that already waits is not queued again. */
  add(worker: T, key: Key): void {
    const id = workId(worker, key);
    if (!this.#waiting.has(id)) this.#waiting.set(id, { worker, key });
  }

  /** Takes what has waited longest; undefined when nothing waits. */
  take(): { worker: T; key: Key } | undefined {
    const first = this.#waiting.entries().next();
    if (first.done) return undefined;
    this.#waiting.delete(first.value[0]);
    return first.value[1];
  }

  get size(): number {
    return this.#waiting.size;
  }

  clear(): void {
    this.#waiting.clear();
  }
}

/** One worker's work on one key, as a string. */
export function workId(worker: { name: string }, key: Key): string {
  return `${worker.name} ${key.namespace}/${key.name}`;
}
