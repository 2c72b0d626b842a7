import type { Fault } from '../../fault';
import { alterBody, type Invocation } from '../../traffic/hub';
import { before } from '../../traffic/on';

export const replicasAreOffByOne: Fault = {
  name: 'A function sets one replica too many',
  part: 'hub',
  stage: 1,
  caughtBy: ['A later change arrives when it is applied'],
  hub: () =>
    before('POST', '/api/space/*/function/invoke', (exchange) =>
      alterBody<Invocation>(exchange, ({ FunctionInvocations: [call] }) => {
        if (call?.FunctionName === 'set-replicas')
          call.Arguments = [{ Value: Number(call.Arguments[0]?.Value) + 1 }];
      }),
    ),
};
