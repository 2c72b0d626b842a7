import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hub } from '../hubs/hub';
import { type CubContext, prepareCub } from './cub';

const session = {
  auth_type: 'Bearer',
  access_token: 'token-1',
  refresh_token: '',
  organization_id: 'org_1',
  user: { id: 'u', email: 'learner@example.com' },
};
const embedded: Hub = {
  kind: 'embedded',
  url: 'http://127.0.0.1:99',
  version: '1',
  workerPort: '99',
  session,
  stop: async () => undefined,
};

const bundled = { kind: 'bundled', processes: false } as const;

describe('cub', () => {
  let folder: string;
  const context = (changes: Partial<CubContext> = {}): CubContext => ({
    hub: embedded,
    bundles: { hub: '', kubernetes: '', worker: '', cub: '/bundles/cub.cjs', bin: '/bundles/bin' },
    home: join(folder, 'home'),
    pace: 50,
    deploy: 'apply',
    env: { PATH: folder },
    ...changes,
  });
  const executable = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    chmodSync(join(folder, name), 0o755);
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'cub-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('bundled is logged in at the embedded hub, in a HOME of its own', async () => {
    const { command, env } = await prepareCub(bundled, context());
    assert.equal(command, '/bundles/bin/cub');
    assert.equal(env.HOME, join(folder, 'home'));
    assert.equal(env.CONFIGHUB_URL, 'http://127.0.0.1:99');
    assert.equal(env.CONFIGHUB_WORKER_PORT, '99');
    assert.equal(env.CONFIGHUB_WORKER_EXECUTABLE, '/bundles/bin/cub-worker-run');
  });

  it('bundled needs no process for a command, unless that is asked for', async () => {
    assert.equal((await prepareCub(bundled, context())).program, '/bundles/cub.cjs');
    const tool = await prepareCub({ kind: 'bundled', processes: true }, context());
    assert.deepEqual([tool.program, tool.command], [undefined, '/bundles/bin/cub']);
    assert.match(tool.version, /, a process each$/);
  });

  it('bundled is a process each at a hub by URL, whose certificates Node reads at its start', async () => {
    const hub: Hub = { ...embedded, kind: 'url', url: 'https://hub.example.com', session: undefined };
    assert.equal((await prepareCub(bundled, context({ hub }))).program, undefined);
  });

  it('bundled can release and not apply, where that is chosen', async () => {
    const { env } = await prepareCub(bundled, context({ deploy: 'release' }));
    assert.equal(env.CUB_CAPABILITIES, 'newest-era');
    assert.equal((await prepareCub(bundled, context())).env.CUB_CAPABILITIES, undefined);
  });

  it('takes the worker that the user names, at any hub; a bundled one has its own at a hub by URL', async () => {
    const named = { PATH: folder, CONFIGHUB_WORKER_EXECUTABLE: '/opt/worker' };
    const chosen = async (changes: Partial<CubContext>) =>
      (await prepareCub(bundled, context(changes))).env.CONFIGHUB_WORKER_EXECUTABLE;
    const hub: Hub = { ...embedded, kind: 'url', session: undefined };
    assert.equal(await chosen({ env: named }), '/opt/worker');
    assert.equal(await chosen({ env: named, hub }), '/opt/worker');
    assert.equal(await chosen({ hub }), '/bundles/bin/cub-worker-run');
  });

  it('has files of both eras, which only their owner can read', async () => {
    await prepareCub(bundled, context());
    const files = ['session.json', 'context.json', 'config.yaml', 'tokens/microtraderx.json'];
    for (const file of files) {
      const path = join(folder, 'home', '.confighub', file);
      assert.equal(statSync(path).mode & 0o777, 0o600, file);
    }
    const read = (file: string) => JSON.parse(readFileSync(join(folder, 'home', '.confighub', file), 'utf8'));
    assert.deepEqual(read('session.json'), session);
    assert.equal(read('context.json').confighub_url, 'http://127.0.0.1:99');
    assert.equal(read('config.yaml').contexts[0].coordinate.serverURL, 'http://127.0.0.1:99');
    assert.equal(read('tokens/microtraderx.json').accessToken, 'token-1');
  });

  it('keeps what cub has noted in its files since, and follows a new login', async () => {
    await prepareCub(bundled, context());
    const file = join(folder, 'home', '.confighub', 'context.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace('"space": ""', '"space": "traderx"'));
    await prepareCub(bundled, context());
    assert.match(readFileSync(file, 'utf8'), /"space": "traderx"/);
    const again = { ...embedded, session: { ...session, access_token: 'token-2' } };
    await prepareCub(bundled, context({ hub: again }));
    assert.match(readFileSync(join(folder, 'home', '.confighub', 'session.json'), 'utf8'), /token-2/);
  });

  it('of the user is found on the PATH and tells its version', async () => {
    executable('cub', '#!/bin/sh\necho "Client Version:"\necho "  Commit:     abc123"\n');
    const { command, version, env } = await prepareCub({ kind: 'external', command: 'cub' }, context());
    assert.equal(command, join(folder, 'cub'));
    assert.equal(version, 'abc123');
    assert.equal(env.CUB_CONFIG, join(folder, 'home', '.confighub', 'config.yaml'));
  });

  it('of the user keeps the login of the user at another hub', async () => {
    executable('cub', '#!/bin/sh\necho x\n');
    const hub: Hub = { ...embedded, kind: 'url', url: 'https://hub.example.com', session: undefined };
    const { env } = await prepareCub({ kind: 'external', command: join(folder, 'cub') }, context({ hub }));
    assert.deepEqual(env, { CONFIGHUB_URL: 'https://hub.example.com', CONFIGHUB_WORKER_PORT: '99' });
  });

  it('that is not there is an error that says what to do', async () => {
    await assert.rejects(
      prepareCub({ kind: 'external', command: 'kub' }, context()),
      /The cub executable "kub" was not found on the PATH; install it from .*, or set MTX_CUB=bundled\./,
    );
    executable('not-a-program', 'no program\n');
    chmodSync(join(folder, 'not-a-program'), 0o644);
    const command = join(folder, 'not-a-program');
    await assert.rejects(
      prepareCub({ kind: 'external', command }, context()),
      /not-a-program" was not found;/,
    );
  });
});
