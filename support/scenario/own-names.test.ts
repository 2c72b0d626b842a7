import assert from 'node:assert/strict';
import { stays, withOwnNames } from './own-names';
import type { Session } from './session';

const session = (environment: object, namespaces: string[] = []) =>
  ({
    environment,
    connection: { list: async () => ({ items: namespaces.map((name) => ({ metadata: { name } })) }) },
  }) as unknown as Session;

describe('names of a scenario', () => {
  const prefixOf = async (...args: Parameters<typeof withOwnNames>) =>
    (await withOwnNames(...args)).environment.prefix;

  it('are its own where there are no checkpoints', async () => {
    const shared = session({ prefix: 'brave-otter-1234-' });
    assert.equal(await prefixOf(shared, '0', 1), 'brave-otter-1234-0-1-');
    assert.equal(await prefixOf(shared, '0', 2), 'brave-otter-1234-0-2-');
    assert.equal(await prefixOf(shared, '1', 1), 'brave-otter-1234-1-1-');
  });

  it('are the first that nothing in the cluster has, where the hub has checkpoints', async () => {
    const shared = (...namespaces: string[]) =>
      session({ prefix: 'brave-otter-1234-', hubCheckpoints: {} }, namespaces);
    assert.equal(await prefixOf(shared('default'), '0', 7), 'brave-otter-1234-0-1-');
    const ending = ['brave-otter-1234-0-1-traderx', 'brave-otter-1234-0-3-traderx-prod-eu'];
    assert.equal(await prefixOf(shared(...ending), '0', 8), 'brave-otter-1234-0-2-');
    assert.equal(await prefixOf(shared(...ending), '1', 8), 'brave-otter-1234-1-1-');
  });

  it('are those of the tutorial where every scenario begins anew', async () => {
    const alone = session({ prefix: '', checkpoints: {} });
    assert.equal(await prefixOf(alone, '1', 7), '');
  });

  const kept = (keep: Session['keep'], kind: string, failed: boolean) =>
    stays({ keep, environment: { cluster: { kind } } } as Session, failed);
  for (const [keep, kind, failed, expected] of [
    ['never', 'kwok', true, false],
    ['failed', 'context', true, true],
    ['failed', 'context', false, false],
    ['always', 'context', false, true],
    ['always', 'kind', false, false],
    ['always', 'kind', true, true],
  ] as const)
    it(`${expected ? 'stay' : 'go'} on ${kind} after a scenario that ${failed ? 'failed' : 'passed'}, keeping ${keep}`, () => {
      assert.equal(kept(keep, kind, failed), expected);
    });
});
