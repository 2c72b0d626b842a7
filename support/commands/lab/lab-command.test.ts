import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { execa } from 'execa';
import { projectRoot } from '../../environment/build';
import { isAlive } from '../../environment/lab/process';
import { readRecord } from '../../environment/lab/record';
import { askJson } from '../../environment/servers/http';
import { endpointOf } from '../../environment/servers/kubeconfig';

describe('npm run lab', () => {
  let folder: string;
  const started = (...args: string[]) =>
    execa(process.execPath, ['-r', './support/typescript.cjs', 'support/commands/lab.ts', ...args], {
      cwd: projectRoot,
      env: { PATH: process.env.PATH, MTX_STATE: folder, MTX_PACE: '50' },
      extendEnv: false,
      reject: false,
      all: true,
    });
  const lab = async (...args: string[]) => {
    const { exitCode, all } = await started(...args);
    return { exitCode, all };
  };
  const cub = async (...args: string[]) =>
    (await execa(join(folder, 'bin', 'cub'), args, { input: '', all: true })).all;
  const namespaces = (method: string, name?: string) =>
    askForNamespaces(join(folder, 'kubernetes', 'kubeconfig'), method, name);
  const powerCut = async () => {
    for (const server of ['hub', 'kubernetes']) {
      const { pid = 0 } = readRecord(join(folder, `${server}.json`)) ?? {};
      process.kill(pid, 'SIGKILL');
      while (isAlive(pid, folder)) await pause(5);
    }
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lab-'));
  });
  afterEach(async () => {
    await lab('reset');
    rmSync(folder, { recursive: true });
  });

  it('takes hub and cluster back to a snapshot, also after a power cut', async () => {
    await lab('start');
    await cub('space', 'create', 'early');
    await namespaces('POST', 'early');
    assert.deepEqual(await lab('snapshot', 'before'), {
      exitCode: 0,
      all: 'Saved as before; `npm run lab -- restore before` comes back to it.',
    });
    await cub('space', 'create', 'late');
    await namespaces('POST', 'late');
    await powerCut();
    assert.equal((await lab('snapshots')).all, 'before\nempty    the lab as it was first started');
    assert.match(await cub('space', 'list', '--names'), /early *\nlate/);
    assert.deepEqual(await lab('restore', 'before'), { exitCode: 0, all: 'The lab is as it was at before.' });
    assert.doesNotMatch(await cub('space', 'list', '--names'), /late/);
    const left = await namespaces('GET');
    assert.ok(left.includes('early') && !left.includes('late'), left.join());
  });

  it('keeps the newer of two snapshots of one name', async () => {
    await lab('snapshot', 'mine');
    await cub('space', 'create', 'newer');
    await lab('snapshot', 'mine');
    await lab('restore', 'empty');
    assert.doesNotMatch(await cub('space', 'list', '--names'), /newer/);
    await lab('restore', 'mine');
    assert.match(await cub('space', 'list', '--names'), /newer/);
  });

  it('says what there is when a snapshot is not, and how names look', async () => {
    const stage = await lab('restore', 'stage-4');
    assert.equal(stage.exitCode, 1);
    assert.match(
      stage.all,
      /no snapshot "stage-4"; there are empty\. `npm run stage -- 4` acts that stage out/,
    );
    assert.match((await lab('snapshot', 'a b')).all, /"a b" cannot name a snapshot: use letters/);
    assert.match((await lab('snapshot', 'empty')).all, /choose another name/);
    assert.match((await lab('snapshot')).all, /Use it like this: npm run lab -- snapshot/);
  });

  it('follows what happens, and ends when it is interrupted', async () => {
    await lab('start');
    const following = started('logs', '-f', 'hub');
    let heard = '';
    following.all?.on('data', (text) => {
      heard += String(text);
    });
    const until = async (words: RegExp) => {
      for (const deadline = Date.now() + 15_000; !words.test(heard); await pause(20))
        assert.ok(Date.now() < deadline, `no line like ${words} in:\n${heard}`);
    };
    await until(/^hub: .*"ready":true/m);
    await cub('space', 'create', 'seen');
    await until(/^hub: POST \/api\/space 200$/m);
    assert.doesNotMatch(heard, /^cluster: /m);
    following.kill('SIGINT');
    assert.equal((await following).exitCode, 0);
  });

  it('shows no logs of others, and none before its first start', async () => {
    assert.match((await lab('logs', 'moon')).all, /no logs of moon; name some of hub, cluster, worker/);
    assert.match((await lab('logs')).all, /said nothing yet; `npm run lab -- start`/);
  });
});

/** Makes a namespace of this name, or tells the names of all. */
async function askForNamespaces(kubeconfig: string, method: string, name?: string): Promise<string[]> {
  const body = name && { apiVersion: 'v1', kind: 'Namespace', metadata: { name } };
  const answer = await askJson(endpointOf(kubeconfig), method, '/api/v1/namespaces', body);
  const { items = [] } = answer as { items?: Array<{ metadata: { name: string } }> };
  return items.map(({ metadata }) => metadata.name);
}
