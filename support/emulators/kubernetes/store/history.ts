import type { StoreEvent } from './cluster-store';

/** An event with the version that it made. */
export interface VersionedEvent extends StoreEvent {
  version: number;
}

/** The newest events, for watches that begin at an older version; what is older is forgotten. */
export class History {
  private events: VersionedEvent[] = [];

  /**
   * @param limit how many events are kept at least
   * @param start the version at which the history begins
   */
  constructor(
    private readonly limit: number,
    private start: number,
  ) {}

  /** Adds the newest event. */
  push(event: VersionedEvent): void {
    this.events.push(event);
    if (this.events.length <= this.limit * 2) return;
    const forgotten = this.events.splice(0, this.events.length - this.limit);
    this.start = forgotten[forgotten.length - 1]?.version ?? this.start;
  }

  /** Events after a version, oldest first; undefined when some of them are forgotten. */
  since(version: number): VersionedEvent[] | undefined {
    if (version < this.start) return undefined;
    let first = this.events.length;
    while (first > 0 && (this.events[first - 1]?.version ?? 0) > version) first -= 1;
    return this.events.slice(first);
  }

  /** Forgets all; versions before `start` are expired from now on. */
  reset(start: number): void {
    this.events = [];
    this.start = start;
  }
}
