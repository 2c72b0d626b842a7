/** Runs what a change brings about after the change is done, each piece of work once. */
export class Later {
  private readonly waiting = new Map<string, () => void>();
  private scheduled: NodeJS.Immediate | undefined;
  private stopped = false;

  /** Queues work under a name; work of that name that still waits is replaced. */
  run(name: string, work: () => void): void {
    if (this.stopped) return;
    this.waiting.set(name, work);
    this.scheduled ??= setImmediate(() => this.drain());
  }

  /** Drops all that waits. */
  clear(): void {
    this.waiting.clear();
  }

  /** Drops all that waits and takes no more. */
  stop(): void {
    this.stopped = true;
    this.clear();
    if (this.scheduled) clearImmediate(this.scheduled);
  }

  private drain(): void {
    this.scheduled = undefined;
    const work = [...this.waiting.values()];
    this.waiting.clear();
    for (const piece of work) piece();
  }
}
