import type { LineStream } from '../routing/route';
import type { WorkerCondition } from './model';

/** A worker that has not answered for this long is unresponsive. */
const PATIENCE_MS = 60_000;

interface Connection {
  stream: LineStream;
  lastSeenAt: string;
  lastMessage: string;
  /** heartbeats so far */
  heartbeats: number;
  /** how many there had been when it was asked for one by `answers` */
  askedAfter?: number;
}

/** Which workers are connected now. Nothing of it is stored: after a restart nobody is connected. */
export class Presence {
  private readonly connections = new Map<string, Connection>();

  /** The stream of a worker, when it is connected. */
  streamOf(workerId: string): LineStream | undefined {
    return this.connections.get(workerId)?.stream;
  }

  /** The ids of the workers that are connected, in order. */
  workers(): string[] {
    return [...this.connections.keys()].sort();
  }

  /** Notes a connection. A worker that connects again replaces its older connection. */
  connect(workerId: string, stream: LineStream, now: string): void {
    const older = this.connections.get(workerId);
    this.connections.set(workerId, { stream, lastSeenAt: now, lastMessage: '', heartbeats: 0 });
    older?.stream.close();
  }

  /** Notes that a worker gave a sign of life, with what it says of its health ('' when it is well). */
  saw(workerId: string, now: string, message?: string): void {
    const connection = this.connections.get(workerId);
    if (!connection) return;
    connection.lastSeenAt = now;
    if (message === undefined) return;
    connection.lastMessage = message;
    connection.heartbeats += 1;
  }

  /**
   * Whether a worker has answered a heartbeat since it was asked for one, which is done at the first call for each
   * connection: the stream of a program that was just ended looks open for a moment.
   */
  answers(workerId: string, ask: (stream: LineStream) => void): boolean {
    const connection = this.connections.get(workerId);
    if (!connection) return false;
    if (connection.askedAfter === undefined) {
      connection.askedAfter = connection.heartbeats;
      ask(connection.stream);
    }
    return connection.heartbeats > connection.askedAfter;
  }

  /** How a worker is, and when it was last seen; undefined while it is not connected. */
  stateOf(
    workerId: string,
    now: string,
  ): { Condition: WorkerCondition; LastSeenAt: string; LastMessage: string } | undefined {
    const connection = this.connections.get(workerId);
    if (!connection) return undefined;
    const silent = Date.parse(now) - Date.parse(connection.lastSeenAt) > PATIENCE_MS;
    const condition = silent ? 'Unresponsive' : connection.lastMessage === '' ? 'Ready' : 'NotReady';
    return { Condition: condition, LastSeenAt: connection.lastSeenAt, LastMessage: connection.lastMessage };
  }

  /** Forgets a connection; false when another has replaced it. */
  disconnect(workerId: string, stream: LineStream): boolean {
    if (this.connections.get(workerId)?.stream !== stream) return false;
    return this.connections.delete(workerId);
  }

  /** The streams of all connected workers. */
  streams(): LineStream[] {
    return [...this.connections.values()].map((connection) => connection.stream);
  }

  /** Cuts all connections, as an outage would. */
  cutAll(): void {
    const streams = this.streams();
    this.connections.clear();
    for (const stream of streams) stream.close();
  }

  /** Cuts the connection of one worker. */
  cut(workerId: string): void {
    const stream = this.streamOf(workerId);
    this.connections.delete(workerId);
    stream?.close();
  }
}
