import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Environment, readSettings, startEnvironment } from '../../environment';
import { askJson } from '../../environment/servers/http';
import { endpointOf } from '../../environment/servers/kubeconfig';
import { rememberRun } from './remembered-runs';

const nobody = 2 ** 22 + 1;

describe('a run in a cluster that outlives it', () => {
  let folder: string;
  let environment: Environment;
  let uid: string;
  const ask = (method: string, path: string, body?: object) =>
    askJson(endpointOf(environment.cluster.kubeconfig), method, path, body);
  const place = () => ({ ...environment.cluster, records: join(folder, 'records') });
  const make = (name: string, labels: Record<string, string> = { 'app.kubernetes.io/part-of': 'traderx' }) =>
    ask('POST', '/api/v1/namespaces', { apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels } });
  const there = async () => {
    const { items } = (await ask('GET', '/api/v1/namespaces')) as {
      items: Array<{ metadata: { name: string; deletionTimestamp?: string } }>;
    };
    return items
      .filter(({ metadata }) => metadata.name.startsWith('calm-') && !metadata.deletionTimestamp)
      .map(({ metadata }) => metadata.name)
      .sort();
  };
  const killed = (prefix: string, of: Partial<{ uid: string; process: number; command: string }> = {}) =>
    writeFileSync(
      join(folder, 'records', `run-${prefix}.json`),
      JSON.stringify({ uid, prefix, process: nobody, command: 'test.ts', ...of }),
    );

  beforeEach(async function () {
    this.timeout(60_000);
    folder = mkdtempSync(join(tmpdir(), 'runs-'));
    environment = await startEnvironment(readSettings({}), { stateDir: folder, log: () => undefined });
    const { metadata } = (await ask('GET', '/api/v1/namespaces/kube-system')) as {
      metadata: { uid: string };
    };
    uid = metadata.uid;
    await (await rememberRun(place(), 'calm-first-'))({ keep: false, interrupted: false });
  });
  afterEach(async () => {
    await environment.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is remembered while it lasts, and leaves nothing but what others own', async () => {
    const end = await rememberRun(place(), 'calm-owl-1-');
    assert.equal(readdirSync(place().records).length, 1);
    await make('calm-owl-1-0-1-traderx');
    await make('calm-owl-1-0-1-traderx-worker', {});
    await make('calm-owl-1-0-1-traderx-mine', { owner: 'stranger' });
    await make('calm-owl-2-0-1-traderx');
    await end({ keep: false, interrupted: false });
    assert.deepEqual(await there(), ['calm-owl-1-0-1-traderx-mine', 'calm-owl-2-0-1-traderx']);
    assert.deepEqual(readdirSync(place().records), []);
  });

  it('removes what killed runs left in this cluster, and nothing of runs that go on or are elsewhere', async () => {
    for (const run of ['calm-dead-', 'calm-alive-', 'calm-elsewhere-']) await make(`${run}0-1-traderx`);
    killed('calm-dead-');
    killed('calm-alive-', { process: process.pid, command: '' });
    killed('calm-elsewhere-', { uid: 'another cluster' });
    await (await rememberRun(place(), 'calm-new-'))({ keep: false, interrupted: false });
    assert.deepEqual(await there(), ['calm-alive-0-1-traderx', 'calm-elsewhere-0-1-traderx']);
    assert.deepEqual(readdirSync(place().records).sort(), [
      'run-calm-alive-.json',
      'run-calm-elsewhere-.json',
    ]);
  });

  it('stays remembered when it was interrupted, for its processes may still write', async () => {
    const end = await rememberRun(place(), 'calm-owl-1-');
    await make('calm-owl-1-0-1-traderx');
    await end({ keep: false, interrupted: true });
    assert.deepEqual(await there(), []);
    assert.deepEqual(readdirSync(place().records), [`run-calm-owl-1-${process.pid}.json`]);
  });

  it('keeps what it made when that is wanted', async () => {
    const end = await rememberRun(place(), 'calm-owl-1-');
    await make('calm-owl-1-0-1-traderx');
    await end({ keep: true, interrupted: false });
    assert.deepEqual(await there(), ['calm-owl-1-0-1-traderx']);
  });
});
