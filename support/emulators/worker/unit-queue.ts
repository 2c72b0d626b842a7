/** Work on one unit. `signal` is aborted when newer work for the same unit arrives, or the queue is closed. */
export type UnitWork = (signal: AbortSignal) => Promise<void>;

/** Newer work for the same unit has arrived. */
export class Superseded extends Error {
  override name = 'Superseded';
}

/** Does the work of one unit in order, and that of different units side by side. */
export class UnitQueue {
  private readonly tails = new Map<string, { done: Promise<void>; controller: AbortController }>();

  add(unitId: string, work: UnitWork): void {
    const before = this.tails.get(unitId);
    before?.controller.abort(new Superseded('a newer operation on the unit was requested'));
    const controller = new AbortController();
    const done = (before?.done ?? Promise.resolve()).then(() => work(controller.signal));
    const tail = { done, controller };
    this.tails.set(unitId, tail);
    const forget = () => {
      if (this.tails.get(unitId) === tail) this.tails.delete(unitId);
    };
    done.then(forget, forget);
  }

  /** Ends all waiting; resolves when nothing is under way any more. */
  async close(reason: Error): Promise<void> {
    const open = [...this.tails.values()];
    for (const { controller } of open) controller.abort(reason);
    await Promise.allSettled(open.map(({ done }) => done));
  }
}
