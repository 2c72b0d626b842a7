import type { LineStream } from '../routing/route';

/** Which workers are connected now. Nothing of it is stored: after a restart nobody is connected. */
export class Presence {
  private readonly streams = new Map<string, LineStream>();

  /** The stream of a worker, when it is connected. */
  streamOf(workerId: string): LineStream | undefined {
    return this.streams.get(workerId);
  }

  /** Notes a connection. A worker that connects again replaces its older connection. */
  connect(workerId: string, stream: LineStream): void {
    const older = this.streams.get(workerId);
    this.streams.set(workerId, stream);
    older?.close();
  }

  /** Forgets a connection; false when another has replaced it. */
  disconnect(workerId: string, stream: LineStream): boolean {
    if (this.streams.get(workerId) !== stream) return false;
    this.streams.delete(workerId);
    return true;
  }

  /** All connected workers with their streams. */
  connected(): Array<[workerId: string, stream: LineStream]> {
    return [...this.streams];
  }

  /** Cuts all connections, as an outage would. */
  cutAll(): void {
    for (const stream of this.streams.values()) stream.close();
    this.streams.clear();
  }
}
