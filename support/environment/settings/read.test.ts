import assert from 'node:assert/strict';
import { readSettings } from './read';
import { SettingsError } from './settings';

describe('settings', () => {
  it('without any variable are all embedded, without prefix', () => {
    assert.deepEqual(readSettings({ PATH: '/bin' }), {
      hub: { kind: 'embedded' },
      cub: { kind: 'bundled', processes: false },
      cluster: { kind: 'embedded' },
      deploy: 'apply',
      prefix: '',
      keep: undefined,
      pace: 1,
      state: undefined,
      shared: undefined,
    });
  });

  const good: Array<[Record<string, string>, object]> = [
    [{ MTX_HUB: '' }, { hub: { kind: 'embedded' } }],
    [
      { MTX_HUB: 'https://hub.confighub.com/' },
      {
        hub: { kind: 'url', url: 'https://hub.confighub.com' },
        cub: { kind: 'external', command: 'cub' },
        prefix: undefined,
      },
    ],
    [
      { MTX_HUB: 'http://127.0.0.1:99', MTX_CUB: 'bundled' },
      { hub: { kind: 'url', url: 'http://127.0.0.1:99' }, cub: { kind: 'bundled', processes: false } },
    ],
    [{ MTX_CUB: 'bundled:processes' }, { cub: { kind: 'bundled', processes: true } }],
    [{ MTX_CUB: './cub' }, { cub: { kind: 'external', command: './cub' } }],
    [
      { MTX_CLUSTER: 'kwok', MTX_KWOK_IMAGE: 'kwok:1' },
      { cluster: { kind: 'kwok', image: 'kwok:1' }, prefix: undefined },
    ],
    [{ MTX_CLUSTER: 'kind' }, { cluster: { kind: 'kind', image: undefined, config: undefined } }],
    [
      { MTX_CLUSTER: 'kind:mine', MTX_KIND_CONFIG: 'k.yaml' },
      { cluster: { kind: 'kind', name: 'mine', image: undefined, config: 'k.yaml' } },
    ],
    [{ MTX_CLUSTER: 'context:arn:aws:eks' }, { cluster: { kind: 'context', context: 'arn:aws:eks' } }],
    [{ MTX_DEPLOY: 'release' }, { deploy: 'release' }],
    [{ MTX_PREFIX: 'brave-otter-1234' }, { prefix: 'brave-otter-1234-' }],
    [{ MTX_PREFIX: 'mine-' }, { prefix: 'mine-' }],
    [{ MTX_KEEP: 'failed' }, { keep: 'failed' }],
    [{ MTX_PACE: '50' }, { pace: 50 }],
  ];
  for (const [env, expected] of good)
    it(`${JSON.stringify(env)} are understood`, () => {
      const settings = readSettings(env);
      assert.deepEqual({ ...settings, ...expected }, settings);
    });

  const bad: Array<[Record<string, string>, RegExp]> = [
    [{ MTX_HUB: 'hub.confighub.com' }, /MTX_HUB is "hub.confighub.com"; write embedded, or the URL/],
    [{ MTX_HUB: 'ftp://x' }, /MTX_HUB/],
    [
      { MTX_CUB: 'bundled:process' },
      /MTX_CUB is "bundled:process"; write bundled, bundled:processes, or path/,
    ],
    [{ MTX_HUB: 'https://hub/api' }, /without a path: https:\/\/hub\./],
    [{ MTX_CLUSTER: 'minikube' }, /MTX_CLUSTER is "minikube"; write embedded, kwok, kind/],
    [{ MTX_CLUSTER: 'kind:' }, /MTX_CLUSTER/],
    [{ MTX_CLUSTER: 'context:' }, /MTX_CLUSTER/],
    [{ MTX_DEPLOY: 'push' }, /^MTX_DEPLOY is "push"; write apply or release\.$/],
    [{ MTX_DEPLOY: 'release', MTX_HUB: 'http://127.0.0.1:99' }, /only for the embedded hub/],
    [{ MTX_PREFIX: 'Brave_Otter' }, /MTX_PREFIX is "Brave_Otter"/],
    [{ MTX_PREFIX: `a${'b'.repeat(30)}` }, /at most 30/],
    [{ MTX_KEEP: 'yes' }, /MTX_KEEP is "yes"; write never, failed or always/],
    [{ MTX_PACE: 'fast' }, /MTX_PACE is "fast"/],
    [{ MTX_CLUSTR: 'kind' }, /^MTX_CLUSTR is no setting; was MTX_CLUSTER meant\?$/],
  ];
  for (const [env, message] of bad)
    it(`${JSON.stringify(env)} are refused in one sentence`, () => {
      assert.throws(
        () => readSettings(env),
        (error: unknown) => {
          assert.ok(error instanceof SettingsError);
          assert.match(error.message, message);
          assert.equal(error.message.split('\n').length, 1);
          return true;
        },
      );
    });

  it('leave variables of other parts alone', () => {
    assert.equal(readSettings({ MTX_REPORTS: 'reports' }).pace, 1);
  });

  it('never tell a password', () => {
    assert.throws(
      () => readSettings({ MTX_HUB: 'https://me:hunter2@hub.example.com' }),
      (error: Error) => !error.message.includes('hunter2'),
    );
  });
});
