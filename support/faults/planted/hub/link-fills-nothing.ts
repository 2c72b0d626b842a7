import { randomUUID } from 'node:crypto';
import type { Fault } from '../../fault';
import { instead, json } from '../../traffic/on';

export const linkFillsNothing: Fault = {
  name: 'A link is made and fills nothing in',
  part: 'hub',
  stage: 1,
  caughtBy: ['A link fills in what the manifest leaves open'],
  inSetUp: true,
  hub: () =>
    instead('POST', '/api/space/*/link', (exchange) =>
      json(200, { ...(JSON.parse(exchange.body) as object), EntityType: 'Link', LinkID: randomUUID() }),
    ),
};
