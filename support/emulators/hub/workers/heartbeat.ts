import type { Hub } from '../hub';
import type { LineStream } from '../routing/route';

/** Asks every connected worker whether it is well; each answers with an action result. */
export function sendHeartbeats(hub: Hub): void {
  for (const stream of hub.presence.streams()) sendHeartbeat(hub, stream);
}

/** Asks one worker. */
export function sendHeartbeat(hub: Hub, stream: LineStream): void {
  const Timestamp = Date.parse(hub.now()) * 1000;
  const event = { Event: 'WorkerEvent', Data: { Action: 'Heartbeat', Payload: { Timestamp } } };
  stream.send(`data: ${JSON.stringify(event)}\n`);
}
