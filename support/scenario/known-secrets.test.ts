import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Environment } from '../environment';
import { knownSecrets } from './known-secrets';

describe('the secrets that a run has from the start', () => {
  let folder: string;
  const kubeconfig = () => join(folder, 'kubeconfig');
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'known-'));
    mkdirSync(join(folder, '.confighub'));
    writeFileSync(
      join(folder, '.confighub', 'session.json'),
      JSON.stringify({
        access_token: 'access-1',
        refresh_token: 'refresh-2',
        user: { email: 'me@example.com' },
      }),
    );
    const key = Buffer.from('the key 3').toString('base64');
    writeFileSync(
      kubeconfig(),
      `users:\n- name: a\n  user:\n    client-key-data: ${key}\n- name: b\n  user:\n    token: token-4\n    username: b\n`,
    );
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const known = (url: string, env: Record<string, string>, variables: NodeJS.ProcessEnv = {}) =>
    knownSecrets(
      { hub: { url }, cub: { env }, cluster: { kubeconfig: kubeconfig() } } as unknown as Environment,
      variables,
    );

  it('are the login, the credentials of the cluster, the password of the address, and variables', () =>
    assert.deepEqual(
      known(
        'https://me:p%40ss@hub.example.com',
        { HOME: folder, CONFIGHUB_URL: 'x' },
        { CUB_TOKEN: 'variable-5' },
      ),
      [
        'access-1',
        'refresh-2',
        Buffer.from('the key 3').toString('base64'),
        'the key 3',
        'token-4',
        'variable-5',
        'p@ss',
      ],
    ));

  it("are those of the user's own login, where cub has no home of its own", () =>
    assert.ok(known('http://hub', {}, { HOME: folder }).includes('access-1')));

  it('may be none', () => {
    rmSync(kubeconfig());
    assert.deepEqual(known('http://127.0.0.1:1', { HOME: join(folder, 'nowhere') }), []);
  });
});
