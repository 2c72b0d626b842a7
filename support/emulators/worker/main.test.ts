import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildBundles } from '../../environment/build';
import { encode } from './operations/report';
import { FakeCluster } from './testing/fake-cluster';
import { FakeHub } from './testing/fake-hub';

describe('worker process', () => {
  let hub: FakeHub;
  let cluster: FakeCluster;
  let folder: string;

  const run = async (changes: NodeJS.ProcessEnv = {}, args = ['kubernetes']) => {
    const { bin } = await buildBundles();
    const env = {
      PATH: process.env.PATH,
      CONFIGHUB_URL: 'http://127.0.0.1/',
      CONFIGHUB_WORKER_PORT: String(hub.port),
      CONFIGHUB_WORKER_ID: hub.workerId,
      CONFIGHUB_WORKER_SECRET: hub.secret,
      KUBECONFIG: join(folder, 'kubeconfig'),
      ...changes,
    };
    const child = spawn(join(bin, 'cub-worker-run'), args, { env });
    let said = '';
    child.stderr.on('data', (chunk) => {
      said += chunk;
    });
    const ended = once(child, 'close').then(([code]) => ({ code: code as number, said }));
    return { child, ended };
  };

  beforeEach(async () => {
    hub = await FakeHub.start();
    cluster = await FakeCluster.start();
    folder = mkdtempSync(join(tmpdir(), 'worker-'));
    const context = (name: string) => ({ name, context: { cluster: 'c', user: 'u' } });
    writeFileSync(
      join(folder, 'kubeconfig'),
      JSON.stringify({
        clusters: [{ name: 'c', cluster: { server: cluster.url } }],
        users: [{ name: 'u', user: { token: 'kube-token-123' } }],
        contexts: [context('microtraderx'), context('Other_Cluster@home')],
        'current-context': 'microtraderx',
      }),
    );
  });
  afterEach(async () => {
    rmSync(folder, { recursive: true });
    await hub.stop();
    await cluster.stop();
  });

  it('offers each context of the kubeconfig as a target and applies to the one that is asked for', async () => {
    const { child, ended } = await run();
    const [registration] = await hub.until(() => (hub.registrations.length ? hub.registrations : undefined));
    assert.match(
      JSON.stringify(registration),
      /"Name":"trader-microtraderx","Params":\{"KubeContext":"microtraderx"/,
    );
    assert.match(JSON.stringify(registration), /"Name":"trader-other_cluster-home"/);
    hub.ask('Apply', {
      QueuedOperationID: 'o',
      UnitSlug: 'u',
      UnitID: 'u',
      SpaceID: 's',
      RevisionNum: 1,
      Data: encode('apiVersion: v1\nkind: ConfigMap\nmetadata: {name: x}\n'),
      TargetParams: encode('{"KubeContext":"microtraderx","WaitTimeout":"2m0s"}'),
    });
    assert.equal((await hub.final('o')).Result, 'ApplyCompleted');
    child.kill('SIGTERM');
    const { code, said } = await ended;
    assert.equal(code, 0, said);
    assert.match(said, /\[INFO\] Worker stopped/);
    assert.doesNotMatch(said, /kube-token|correct-horse/);
  });

  it('ends when the hub ends its stream', async () => {
    const { ended } = await run();
    await hub.until(() => hub.registrations.length);
    hub.endStream();
    assert.equal((await ended).code, 0);
  });

  it('puts k8s- before the names of targets in multiplexer mode', async () => {
    const { child, ended } = await run({}, ['kubernetes', '--enable-multiplexer']);
    const [registration] = await hub.until(() => (hub.registrations.length ? hub.registrations : undefined));
    assert.match(JSON.stringify(registration), /"Name":"k8s-trader-microtraderx"/);
    child.kill('SIGTERM');
    await ended;
  });

  it('as a puller brings released bundles to the cluster of their target', async () => {
    const { child, ended } = await run({}, ['puller']);
    let said = '';
    const applied = new Promise<void>((resolve) =>
      child.stderr.on('data', (chunk) => {
        said += chunk;
        if (/Release 1 of space s is applied/.test(said)) resolve();
      }),
    );
    await hub.until(() => hub.registrations.length);
    const Data = encode('apiVersion: v1\nkind: ConfigMap\nmetadata: {name: x}\n');
    const bundle = {
      SpaceID: 'id',
      SpaceSlug: 's',
      ReleaseNum: 1,
      Digest: 'sha256:1',
      TargetParams: encode('{"KubeContext":"microtraderx"}'),
      Units: [{ Slug: 'u', RevisionNum: 1, Data }],
    };
    hub.write(`data: ${JSON.stringify(bundle)}\n`);
    await applied;
    assert.ok(cluster.objects.has('ConfigMap/default/x'));
    child.kill('SIGTERM');
    assert.equal((await ended).code, 0);
  });

  const refusals: Array<[string, NodeJS.ProcessEnv, string[] | undefined, RegExp]> = [
    [
      'an unknown worker type',
      {},
      ['opentofu'],
      /unknown bridge worker opentofu; this worker knows only kubernetes and puller/,
    ],
    ['an unknown flag', {}, ['kubernetes', '--fast'], /unknown flag: --fast/],
    ['a missing id', { CONFIGHUB_WORKER_ID: '' }, undefined, /"worker-id" not set: set CONFIGHUB_WORKER_ID/],
    [
      'a wrong secret',
      { CONFIGHUB_WORKER_SECRET: 'nonsense-1234' },
      undefined,
      /missing or invalid worker secret/,
    ],
    [
      'a wrong port',
      { CONFIGHUB_WORKER_PORT: 'x' },
      undefined,
      /CONFIGHUB_WORKER_PORT must be a port number, not "x"/,
    ],
    ['no hub', { CONFIGHUB_WORKER_PORT: '1' }, undefined, /cannot be reached: ECONNREFUSED; is it running/],
    [
      'no kubeconfig',
      { KUBECONFIG: '/no/such/file' },
      undefined,
      /kubeconfig \/no\/such\/file cannot be read: ENOENT/,
    ],
  ];
  for (const [what, env, args, expected] of refusals)
    it(`ends with exit code 1 and says so: ${what}`, async () => {
      const { ended } = await run(env, args);
      const { code, said } = await ended;
      assert.equal(code, 1);
      assert.match(said, expected);
      assert.doesNotMatch(said, /nonsense-1234/);
    });
});
