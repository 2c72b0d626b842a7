import assert from 'node:assert/strict';
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { askJson } from '../servers/http';
import type { Cluster, ClusterContext } from './cluster';
import { kwokCluster, publicImage } from './kwok';

const image = process.env.MTX_KWOK_IMAGE || publicImage;
const docker = (...args: string[]) => spawnSync('docker', args, { encoding: 'utf8' });
const running = (process: number) =>
  docker('ps', '-q', '--filter', `label=microtraderx.process=${process}`)
    .stdout.trim()
    .split('\n')
    .filter(Boolean);

const program = `require('ts-node/register');
  require('./kwok.ts').kwokCluster({ kind: 'kwok', image: process.env.IMAGE }, { stateDir: process.env.STATE })
    .then(() => console.log('started'));
  setInterval(() => undefined, 1000);`;

describe('a kwok cluster', function () {
  this.timeout(180_000);
  let stateDir: string;
  const context = (): ClusterContext => ({
    start: () => Promise.reject(new Error('needs no server of ours')),
    stateDir,
    records: stateDir,
    env: process.env,
    keep: 'never',
    pace: 1,
    log: () => undefined,
  });
  const start = () => kwokCluster({ kind: 'kwok', image }, context());

  beforeEach(() => {
    stateDir = mkdtempSync(join(tmpdir(), 'kwok-'));
  });
  afterEach(() => rmSync(stateDir, { recursive: true, force: true }));

  it('costs runs on other clusters nothing', () => {
    const script = `require('ts-node/register'); require('./index.ts');
      console.log(Object.keys(require.cache).filter((file) => file.includes('testcontainers')).length);`;
    const { stdout, stderr } = spawnSync(process.execPath, ['-e', script], {
      cwd: __dirname,
      encoding: 'utf8',
    });
    assert.equal(stdout.trim(), '0', stderr);
  });

  describe('where an engine and the image are at hand', () => {
    let cluster: Cluster | undefined;
    let killed: ChildProcess | undefined;
    before(function () {
      if (docker('image', 'inspect', image).status !== 0) this.skip();
    });
    afterEach(async () => {
      killed?.kill('SIGKILL');
      await cluster?.stop();
      cluster = undefined;
    });

    it('is an API server with a node, reached from this machine only, until it is stopped', async () => {
      cluster = await start();
      const { kubeconfig, context, version } = cluster;
      assert.equal(statSync(kubeconfig).mode & 0o777, 0o600);
      assert.equal(context, 'microtraderx-kwok');
      const [id = ''] = running(process.pid);
      const port = docker('port', id, '8080').stdout.trim();
      assert.match(port, /^127\.0\.0\.1:\d+$/);
      const url = `http://${port}`;
      assert.equal(
        ((await askJson({ url }, 'GET', '/version')) as { gitVersion: string }).gitVersion,
        version,
      );
      const { items } = (await askJson({ url }, 'GET', '/api/v1/nodes')) as { items: object[] };
      assert.equal(items.length, 1);
      await cluster.stop();
      cluster = undefined;
      assert.deepEqual(running(process.pid), []);
    });

    it('is removed by the next one when its run was killed, and a stranger stays', async () => {
      killed = spawn(process.execPath, ['-e', program], {
        cwd: __dirname,
        env: { ...process.env, STATE: stateDir, IMAGE: image },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      await once(createInterface({ input: killed.stdout as NodeJS.ReadableStream }), 'line');
      const pid = killed.pid as number;
      killed.kill('SIGKILL');
      await once(killed, 'close');
      const stranger = docker('run', '-d', '--label', 'stranger=yes', image).stdout.trim();
      try {
        assert.equal(running(pid).length, 1);
        cluster = await start();
        assert.deepEqual(running(pid), []);
        assert.equal(running(process.pid).length, 1);
        assert.notEqual(docker('ps', '-q', '--no-trunc', '--filter', `id=${stranger}`).stdout.trim(), '');
      } finally {
        docker('rm', '-f', '-v', stranger);
      }
    });
  });

  it('says what to do when the image cannot be had', async function () {
    if (docker('version').status !== 0) this.skip();
    await assert.rejects(
      kwokCluster({ kind: 'kwok', image: 'localhost:1/no/such:image' }, context()),
      /^EnvironmentError: The image localhost:1\/no\/such:image is not here and cannot be pulled: .*name another in MTX_KWOK_IMAGE/s,
    );
  });
});
