import assert from 'node:assert/strict';
import { stays, withOwnNames } from './own-names';
import type { Session } from './session';

const session = (environment: object) => ({ environment }) as unknown as Session;

describe('names of a scenario', () => {
  it('are its own where there are no checkpoints', () => {
    const shared = session({ prefix: 'brave-otter-1234-' });
    const prefixes = [
      withOwnNames(shared, '0', 1),
      withOwnNames(shared, '0', 2),
      withOwnNames(shared, '1', 1),
    ].map(({ environment }) => environment.prefix);
    assert.deepEqual(prefixes, ['brave-otter-1234-0-1-', 'brave-otter-1234-0-2-', 'brave-otter-1234-1-1-']);
  });

  it('are those of the tutorial where every scenario begins anew', () => {
    const alone = session({ prefix: '', checkpoints: {} });
    assert.equal(withOwnNames(alone, '1', 7).environment.prefix, '');
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
