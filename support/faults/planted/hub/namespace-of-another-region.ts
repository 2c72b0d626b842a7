import type { Fault } from '../../fault';
import { alterBody, serviceIn } from '../../traffic/hub';
import { before } from '../../traffic/on';

export const namespaceOfAnotherRegion: Fault = {
  name: 'A region gets the namespace of another',
  part: 'hub',
  stage: 3,
  caughtBy: ['Links place Asia in a namespace of its own'],
  inSetUp: true,
  hub: (server) =>
    before('POST', '/api/space/*/link', async (exchange) => {
      const { ToUnitID } = JSON.parse(exchange.body) as { ToUnitID: string };
      const asia = await serviceIn(server, exchange, 'traderx-infra', 'ns-asia');
      if (ToUnitID !== asia.UnitID) return;
      const us = await serviceIn(server, exchange, 'traderx-infra', 'ns-us');
      alterBody<{ ToUnitID: string }>(exchange, (body) => {
        body.ToUnitID = us.UnitID;
      });
    }),
};
