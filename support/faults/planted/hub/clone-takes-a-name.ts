import type { Fault } from '../../fault';
import { serviceIn, type WireUnit } from '../../traffic/hub';
import { asks, json } from '../../traffic/on';

export const cloneTakesAName: Fault = {
  name: 'A clone that has the name of another unit is said to be made',
  part: 'hub',
  stage: 2,
  caughtBy: ['A clone does not overwrite another unit'],
  hub: (server) => ({
    async reply(exchange, reply) {
      if (reply.status < 400 || !asks(exchange, 'POST', '/api/space/*/unit')) return;
      const { Slug } = JSON.parse(exchange.body) as WireUnit;
      const unit = await serviceIn(server, exchange, 'traderx-dev', Slug);
      Object.assign(reply, json(200, unit));
    },
  }),
};
