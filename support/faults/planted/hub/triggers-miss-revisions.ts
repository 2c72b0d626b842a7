import type { Fault } from '../../fault';
import { before } from '../../traffic/on';
import { changeTriggers } from '../../traffic/triggers';

export const triggersMissRevisions: Fault = {
  name: 'Triggers do not run on new revisions',
  part: 'hub',
  stage: 8,
  caughtBy: [
    'A region that is scaled to 0 replicas is held back',
    'A missing rail and a closed gate are named',
  ],
  hub: (server) =>
    before('POST', '/api/space/*/function/invoke', (exchange) =>
      changeTriggers(server, exchange, 'Validating = true', { Disabled: true }),
    ),
};
