import type { Exchange } from '../interceptor/exchange';
import type { Server } from '../server';

/** A trigger as the hub writes it. */
export interface WireTrigger {
  TriggerID: string;
  SpaceID: string;
  Slug: string;
  FunctionName: string;
  Arguments: Array<{ Value: unknown }> | null;
  Warn?: boolean;
}

/** Changes all triggers over all spaces that fulfil the condition. */
export async function changeTriggers(
  server: Server,
  exchange: Exchange,
  where: string,
  change: Partial<WireTrigger> & { Disabled?: boolean },
): Promise<void> {
  await server.ask(exchange, 'PATCH', `/api/trigger?where=${encodeURIComponent(where)}`, change);
}
