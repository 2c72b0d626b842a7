import type { Hub } from '../hub';

/** Asks every connected worker whether it is well; each answers with an action result. */
export function sendHeartbeats(hub: Hub): void {
  const Timestamp = Date.parse(hub.now()) * 1000;
  const event = { Event: 'WorkerEvent', Data: { Action: 'Heartbeat', Payload: { Timestamp } } };
  for (const stream of hub.presence.streams()) stream.send(`data: ${JSON.stringify(event)}\n`);
}
