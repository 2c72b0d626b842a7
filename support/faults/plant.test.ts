import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { Connection } from '../cluster/connection';
import { kinds } from '../cluster/kinds';
import { type Environment, readSettings, startEnvironment } from '../environment';
import { plantNamed } from '.';
import type { Fault } from './fault';
import { type FaultBed, prepareForFaults } from './plant';
import { json } from './traffic/on';

const NONE = { body: '{"items":[]}' };
const about = { stage: 1, caughtBy: ['a scenario'] } as const;
const blindHub: Fault = {
  ...about,
  name: 'The hub finds no space',
  part: 'hub',
  hub: () => ({ request: ({ method }) => (method === 'GET' ? json(200, []) : undefined) }),
};
const politeCub: Fault = {
  ...about,
  name: 'cub never fails',
  part: 'cub',
  inSetUp: true,
  cub: () => ({
    call: (call) => void call.args.push('--json'),
    answer: (_call, answer) => void Object.assign(answer, { exitCode: 0 }),
  }),
};
const emptyCluster: Fault = {
  ...about,
  name: 'The cluster has no namespaces',
  part: 'cluster',
  inSetUp: true,
  cluster: () => ({
    reply: ({ url }, reply) => void (url.endsWith('/namespaces') && Object.assign(reply, NONE)),
  }),
};

describe('planting a fault', function () {
  this.timeout(60_000);
  let stateDir: string;
  let environment: Environment;
  let bed: FaultBed;

  before(async () => {
    stateDir = mkdtempSync(join(tmpdir(), 'microtraderx-plant-'));
    const log = (): void => undefined;
    environment = await startEnvironment(readSettings({}), { stateDir, log, env: process.env });
    bed = await prepareForFaults(environment);
  });
  after(async () => {
    await bed.environment.stop();
    rmSync(stateDir, { recursive: true, force: true });
  });

  const cubIn = async ({ cub: { command, env } }: Environment, ...args: string[]) => {
    const { exitCode, stdout } = await execa(command, args, { env, reject: false, input: '' });
    return { exitCode, stdout };
  };

  it('lets a fault at the hub sleep until the starting point is reached', async () => {
    const strikes: string[] = [];
    await cubIn(environment, 'space', 'create', 'a');
    await environment.checkpoints?.save('start');
    const planted = bed.plant(blindHub, (strike) => strikes.push(strike));
    assert.match((await cubIn(planted, 'space', 'list')).stdout, /^a /m);
    assert.deepEqual(strikes, []);
    await planted.checkpoints?.restore('start');
    assert.doesNotMatch((await cubIn(planted, 'space', 'list')).stdout, /^a /m);
    assert.deepEqual(strikes, ['GET /api/space: answered with 200']);
  });

  it('alters what goes into cub and what comes out', async () => {
    const planted = bed.plant(politeCub);
    const { exitCode, stdout } = await cubIn(planted, 'space', 'get', 'nowhere');
    assert.equal(exitCode, 0);
    assert.equal(stdout, '');
    assert.match((await cubIn(planted, 'space', 'list')).stdout, /"Slug": "a"/);
  });

  it('alters what the cluster tells those outside', async () => {
    const planted = bed.plant(emptyCluster);
    const seen = async ({ kubeconfig }: Environment['cluster']): Promise<number> => {
      return (await new Connection(kubeconfig, environment.cluster.context).list(kinds.namespace)).items
        .length;
    };
    assert.ok((await seen(environment.cluster)) > 0);
    assert.equal(await seen(planted.cluster), 0);
  });

  it('takes the fault before out, at each of the parts', async () => {
    const { cluster } = bed.plant(emptyCluster);
    bed.plant(politeCub);
    const planted = bed.plant(blindHub);
    await planted.checkpoints?.restore('start');
    const { items } = await new Connection(cluster.kubeconfig, environment.cluster.context).list(
      kinds.namespace,
    );
    assert.ok(items.length > 0);
    assert.notEqual((await cubIn(planted, 'space', 'get', 'nowhere')).exitCode, 0);
    bed.plant(emptyCluster);
    assert.match((await cubIn(bed.environment, 'space', 'list')).stdout, /^a /m);
  });

  it('keeps what comes about under a fault from scenarios that follow', async () => {
    const planted = bed.plant(blindHub);
    await planted.checkpoints?.save('on-the-way');
    await planted.checkpoints?.save('spoiled');
    assert.equal(environment.checkpoints?.has('on-the-way'), true);
    assert.equal(environment.checkpoints?.has('spoiled'), false);
  });

  it('is refused where the environment is not embedded', async () => {
    const real: Environment = { ...environment, hub: { ...environment.hub, kind: 'url' } };
    await assert.rejects(prepareForFaults(real), /embedded environment only; this one has hub url/);
  });

  it('is refused for a name that no fault has', async () => {
    const idle: Environment = { ...environment, stop: async () => undefined };
    const MTX_FAULTS = join(stateDir, 'faults.json');
    writeFileSync(MTX_FAULTS, '{"a scenario": "nope"}');
    await assert.rejects(
      plantNamed(idle, { MTX_FAULTS }),
      /MTX_FAULTS names "nope", and no fault has this name/,
    );
  });
});
