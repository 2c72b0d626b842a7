import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { execa } from 'execa';
import { type Environment, readSettings, startEnvironment } from './index';
import { askJson } from './servers/http';
import { endpointOf } from './servers/kubeconfig';

/** Processes that have `mark` among their arguments. */
function processesWith(mark: string): string[] {
  return readdirSync('/proc')
    .filter((pid) => /^\d+$/.test(pid) && Number(pid) !== process.pid)
    .map((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
      } catch {
        return '';
      }
    })
    .filter((line) => line.includes(mark));
}

async function untilNoneWith(mark: string): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (processesWith(mark).length) {
    if (Date.now() > deadline) throw new Error(`still there: ${processesWith(mark).join('\n')}`);
    await pause(20);
  }
}

describe('environment', () => {
  let stateDir: string;
  let environment: Environment | undefined;
  const start = async (env: NodeJS.ProcessEnv = {}) => {
    environment = await startEnvironment(readSettings({ MTX_PACE: '50', ...env }), {
      stateDir,
      log: () => undefined,
    });
    return environment;
  };
  const cub = async (...args: string[]) => {
    if (!environment) throw new Error('no environment');
    const { stdout } = await execa(environment.cub.command, args, { env: environment.cub.env, input: '' });
    return stdout;
  };

  beforeEach(() => {
    stateDir = mkdtempSync(join(tmpdir(), 'environment-'));
  });
  afterEach(async () => {
    await environment?.stop();
    environment = undefined;
    rmSync(stateDir, { recursive: true, force: true });
  });

  it('is a hub, a cub that is logged in there, and a cluster, each with its version', async () => {
    const lines: string[] = [];
    environment = await startEnvironment(readSettings({}), { stateDir, log: (line) => lines.push(line) });
    const { hub, cluster } = environment;
    assert.equal(await cub('space', 'list', '--jq', '.[].Space.Slug'), 'default');
    const { gitVersion } = (await askJson(endpointOf(cluster.kubeconfig), 'GET', '/version')) as {
      gitVersion: string;
    };
    assert.equal(cluster.version, gitVersion);
    assert.equal(cluster.context, 'microtraderx');
    assert.equal(environment.prefix, '');
    const [line] = lines.filter((text) => text.startsWith('Environment:'));
    assert.match(line ?? '', /^Environment: hub embedded \S+, cub bundled \d\S+, cluster embedded v\d\S+$/);
    assert.match(hub.url, /^http:\/\/127\.0\.0\.1:\d+$/);
  });

  it('answers this machine only, at no other of its addresses', async () => {
    const { hub, cluster } = await start();
    const others = Object.values(networkInterfaces()).flatMap((addresses = []) =>
      addresses
        .filter(({ family, internal }) => family === 'IPv4' && !internal)
        .map(({ address }) => address),
    );
    for (const { port } of [new URL(hub.url), new URL(endpointOf(cluster.kubeconfig).url)]) {
      assert.equal(await isAnswered('127.0.0.1', Number(port)), true);
      // Who listens at every address answers at this one too.
      for (const address of ['127.0.0.2', ...others])
        assert.equal(await isAnswered(address, Number(port)), false, `${address}:${port}`);
    }
  });

  it('goes back to what it was at a checkpoint', async () => {
    const { checkpoints } = await start();
    assert.equal(checkpoints?.has('empty'), true);
    assert.equal(checkpoints?.has('one-space'), false);
    await cub('space', 'create', 'one');
    await checkpoints?.save('one-space');
    assert.equal(checkpoints?.has('one-space'), true);
    await checkpoints?.restore('empty');
    assert.equal(await cub('space', 'list', '--jq', '.[].Space.Slug'), 'default');
    await checkpoints?.restore('one-space');
    assert.match(await cub('space', 'list', '--jq', '.[].Space.Slug'), /one/);
  });

  it('has a worker that carries a unit into the cluster', async () => {
    const { cluster } = await start();
    await cub('space', 'create', 'traderx');
    await cub('worker', 'create', 'worker', '--space', 'traderx');
    const worker = execa(environment?.cub.command ?? '', ['worker', 'run', 'worker', '--space', 'traderx'], {
      env: { ...environment?.cub.env, KUBECONFIG: cluster.kubeconfig },
      reject: false,
    });
    const manifest = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: hello}\ndata: {market: NYSE}\n';
    await execa(environment?.cub.command ?? '', ['unit', 'create', 'hello', '-', '--space', 'traderx'], {
      env: environment?.cub.env,
      input: manifest,
    });
    let target = '';
    for (const deadline = Date.now() + 10_000; !target && Date.now() < deadline; )
      target = await cub('target', 'list', '--space', 'traderx', '--jq', '.[].Target.Slug');
    assert.equal(target, 'worker-microtraderx');
    await cub('unit', 'set-target', 'hello', target, '--space', 'traderx');
    await cub('unit', 'apply', 'hello', '--space', 'traderx');
    const path = '/api/v1/namespaces/default/configmaps/hello';
    const found = (await askJson(endpointOf(cluster.kubeconfig), 'GET', path)) as { data: object };
    assert.deepEqual(found.data, { market: 'NYSE' });
    worker.kill();
    await worker;
  });

  it('is gone after it was stopped', async function () {
    if (process.platform !== 'linux') this.skip();
    await start();
    assert.equal(processesWith(stateDir).length, 2);
    await environment?.stop();
    environment = undefined;
    assert.deepEqual(processesWith(stateDir), []);
  });

  it('is gone after the process that started it was killed', async function () {
    if (process.platform !== 'linux') this.skip();
    const program = `require('ts-node/register');
      const { startEnvironment, readSettings } = require('./index.ts');
      startEnvironment(readSettings({}), { stateDir: process.env.STATE, log() {} }).then(() => console.log('started'));
      setInterval(() => undefined, 1000);`;
    const runner = spawn(process.execPath, ['-e', program], {
      cwd: __dirname,
      env: { PATH: process.env.PATH, STATE: stateDir },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(createInterface({ input: runner.stdout }), 'line');
    assert.equal(processesWith(stateDir).length, 2);
    runner.kill('SIGKILL');
    await untilNoneWith(stateDir);
  });

  it('is stopped again when a part of it cannot be had', async () => {
    await assert.rejects(start({ MTX_CUB: 'no-such-cub' }), /"no-such-cub" was not found on the PATH/);
    if (process.platform === 'linux') assert.deepEqual(processesWith(stateDir), []);
  });

  it('uses a hub by its URL, with a prefix that is kept', async () => {
    const { hub } = await start();
    const first = environment;
    const other = mkdtempSync(join(tmpdir(), 'environment-'));
    try {
      const begin = () =>
        startEnvironment(readSettings({ MTX_HUB: hub.url, MTX_CUB: 'bundled' }), {
          stateDir: other,
          log: () => undefined,
        });
      const second = await begin();
      await second.stop();
      assert.equal(second.hub.kind, 'url');
      assert.match(second.prefix, /^[a-z]+-[a-z]+-\d{4}-$/);
      assert.equal(second.checkpoints, undefined);
      const third = await begin();
      await third.stop();
      assert.equal(third.prefix, second.prefix);
    } finally {
      rmSync(other, { recursive: true });
      environment = first;
    }
  });
});

function isAnswered(host: string, port: number): Promise<boolean> {
  return new Promise((tell) => {
    const socket = connect({ host, port, timeout: 5_000 });
    const end = (answered: boolean) => {
      socket.destroy();
      tell(answered);
    };
    socket.once('connect', () => end(true));
    for (const event of ['error', 'timeout']) socket.once(event, () => end(false));
  });
}
