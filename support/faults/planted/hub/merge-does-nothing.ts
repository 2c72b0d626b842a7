import type { Fault } from '../../fault';
import { path, query } from '../../interceptor/exchange';
import type { UnitRow } from '../../traffic/hub';
import { instead, json } from '../../traffic/on';

export const mergeDoesNothing: Fault = {
  name: 'A merge is said to be made and does nothing',
  part: 'hub',
  stage: 7,
  caughtBy: ['Asia gets the fix from the EU'],
  hub: (server) =>
    instead('PATCH', '/api/space/*/unit/*', async (exchange) => {
      if (!query(exchange).has('merge_source')) return undefined;
      const { Unit } = await server.ask<UnitRow>(exchange, 'GET', path(exchange));
      return json(200, Unit);
    }),
};
