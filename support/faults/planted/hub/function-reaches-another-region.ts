import type { Fault } from '../../fault';
import { type Invocation, invoke } from '../../traffic/hub';
import { after } from '../../traffic/on';

export const functionReachesAnotherRegion: Fault = {
  name: 'A function changes another region as well',
  part: 'hub',
  stage: 3,
  caughtBy: ['A change in one region stays there'],
  hub: (server) =>
    after('POST', '/api/space/*/function/invoke', (exchange) =>
      invoke(
        server,
        exchange,
        "Slug = 'trade-service' AND Space.Slug = 'traderx-prod-asia'",
        JSON.parse(exchange.body) as Invocation,
      ),
    ),
};
