/** Milliseconds between two looks, and what at most counts of the time between them. */
const LOOK_EVERY = 5;
const COUNTS_AT_MOST = 7;
const REMEMBERED = 1_000;

/**
 * Time in which this process did not get to do anything: the machine was busy, or asleep. It must not count for
 * deadlines, or a rollout would fail for want of a processor, all the sooner the faster emulated time passes.
 */
export class Stalls {
  private readonly ends: { at: number; lost: number }[] = [];
  private forgotten = 0;
  private lost = 0;
  private lastLook: number;

  /** @param wallClock milliseconds since 1970 */
  constructor(private readonly wallClock: () => number) {
    this.lastLook = wallClock();
  }

  /** Notes how long the last look was ago. */
  look(): void {
    const now = this.wallClock();
    const gap = now - this.lastLook;
    this.lastLook = now;
    if (gap <= COUNTS_AT_MOST) return;
    this.lost += gap - COUNTS_AT_MOST;
    this.ends.push({ at: now, lost: this.lost });
    if (this.ends.length > REMEMBERED) this.forgotten = this.ends.shift()?.lost ?? 0;
  }

  /** Milliseconds that were lost since a wall time; at most that much when it is long ago. */
  since(time: number): number {
    this.look();
    const next = this.ends.findLastIndex(({ at }) => at <= time) + 1;
    const [first, before] = [this.ends[next], this.ends[next - 1]?.lost ?? this.forgotten];
    if (!first) return 0;
    // What had begun before that time, and ended after it, did not take all of its time since then.
    return this.lost - first.lost + Math.min(first.lost - before, first.at - time);
  }
}

let ofThisProcess: Stalls | undefined;

/** The stalls of this process, which is looked after from the first call on. It is not kept alive by that. */
export function processStalls(): Stalls {
  if (!ofThisProcess) {
    const stalls = new Stalls(Date.now);
    setInterval(() => stalls.look(), LOOK_EVERY).unref();
    ofThisProcess = stalls;
  }
  return ofThisProcess;
}
