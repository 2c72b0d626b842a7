import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { Connection } from '../cluster/connection';
import { kinds } from '../cluster/kinds';
import { type Environment, readSettings, startEnvironment } from '../environment';
import { plantNamed } from '.';
import type { Fault } from './fault';
import { plantFault } from './plant';
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
  let planted: Environment | undefined;

  before(async () => {
    stateDir = mkdtempSync(join(tmpdir(), 'microtraderx-plant-'));
    const log = (): void => undefined;
    environment = await startEnvironment(readSettings({}), { stateDir, log, env: process.env });
  });
  afterEach(async () => {
    await planted?.stop();
    planted = undefined;
  });
  after(async () => {
    await environment.stop();
    rmSync(stateDir, { recursive: true, force: true });
  });

  /** The same, without an end: other tests need it. */
  const lasting = (): Environment => ({ ...environment, stop: async () => undefined });

  const cub = async (...args: string[]) => {
    const { command, env } = (planted ?? environment).cub;
    const { exitCode, stdout } = await execa(command, args, { env, reject: false, input: '' });
    return { exitCode, stdout };
  };

  it('lets a fault at the hub sleep until the starting point is reached', async () => {
    const strikes: string[] = [];
    await cub('space', 'create', 'a');
    await environment.checkpoints?.save('start');
    planted = await plantFault(lasting(), blindHub, (strike) => strikes.push(strike));
    assert.match((await cub('space', 'list')).stdout, /^a /m);
    assert.deepEqual(strikes, []);
    await planted.checkpoints?.restore('start');
    assert.doesNotMatch((await cub('space', 'list')).stdout, /^a /m);
    assert.deepEqual(strikes, ['GET /api/space: answered with 200']);
  });

  it('alters what goes into cub and what comes out', async () => {
    planted = await plantFault(lasting(), politeCub);
    const { exitCode, stdout } = await cub('space', 'get', 'nowhere');
    assert.equal(exitCode, 0);
    assert.equal(stdout, '');
    assert.match((await cub('space', 'list')).stdout, /"Slug": "a"/);
  });

  it('alters what the cluster tells those outside', async () => {
    planted = await plantFault(lasting(), emptyCluster);
    const seen = async ({ kubeconfig }: Environment['cluster']): Promise<number> => {
      return (await new Connection(kubeconfig, environment.cluster.context).list(kinds.namespace)).items
        .length;
    };
    assert.ok((await seen(environment.cluster)) > 0);
    assert.equal(await seen(planted.cluster), 0);
  });

  it('is refused where the environment is not embedded', async () => {
    const real: Environment = { ...environment, hub: { ...environment.hub, kind: 'url' } };
    await assert.rejects(plantFault(real, blindHub), /embedded environment only; this one has hub url/);
  });

  it('is refused for a name that no fault has', async () => {
    const idle: Environment = { ...environment, stop: async () => undefined };
    await assert.rejects(
      plantNamed(idle, { MTX_FAULT: 'nope' }),
      /MTX_FAULT is "nope", and no fault has this name/,
    );
  });
});
