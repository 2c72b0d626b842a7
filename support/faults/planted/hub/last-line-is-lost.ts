import type { Fault } from '../../fault';
import { alterBody, base64, text, type WireUnit } from '../../traffic/hub';
import { before } from '../../traffic/on';

export const lastLineIsLost: Fault = {
  name: 'The last line of config data is lost on its way',
  part: 'hub',
  stage: 3,
  caughtBy: ['The base holds the manifests, to the byte'],
  inSetUp: true,
  hub: () =>
    before('POST', '/api/space/*/unit', (exchange) =>
      alterBody<Partial<WireUnit>>(exchange, (body) => {
        if (body.Data) body.Data = base64(text(body.Data).replace(/.*\n$/, ''));
      }),
    ),
};
