/** A line that a container wrote. */
export interface LogLine {
  time: Date;
  text: string;
}

/** The log of one container's run: the newest lines, and whoever follows. */
export class ContainerLog {
  readonly #lines: LogLine[] = [];
  readonly #followers = new Set<{ more: (line: LogLine) => void; ended: () => void }>();
  #closed = false;

  /** @param limit how many lines are kept */
  constructor(private readonly limit = 10_000) {}

  get lines(): readonly LogLine[] {
    return this.#lines;
  }

  /** Adds lines; a text with newlines is several. */
  write(text: string, time: Date): void {
    for (const part of text.replace(/\n$/, '').split('\n')) {
      const line = { time, text: part };
      this.#lines.push(line);
      if (this.#lines.length > this.limit) this.#lines.shift();
      for (const follower of this.#followers) follower.more(line);
    }
  }

  /** The container has ended: followers are told, nothing more is followed. */
  close(): void {
    this.#closed = true;
    for (const follower of this.#followers) follower.ended();
    this.#followers.clear();
  }

  /** Calls back for each further line and once at the end; returns what ends the subscription. */
  follow(more: (line: LogLine) => void, ended: () => void): () => void {
    if (this.#closed) {
      ended();
      return () => undefined;
    }
    const follower = { more, ended };
    this.#followers.add(follower);
    return () => this.#followers.delete(follower);
  }
}
