import type { Fault } from '../../fault';
import { query } from '../../interceptor/exchange';
import { narrow } from '../../traffic/hub';
import { before } from '../../traffic/on';

export const halfAChangeSetIsApplied: Fault = {
  name: 'A change set is applied by half',
  part: 'hub',
  stage: 6,
  caughtBy: ['The Tokyo feed is rolled out', 'No settled moment shows one service new and the other old'],
  hub: () =>
    before('POST', '/api/unit/apply', (exchange) => {
      if (query(exchange).get('revision')?.startsWith('ChangeSet:'))
        narrow(exchange, "Slug = 'trade-service'");
    }),
};
