import assert from 'node:assert/strict';
import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { TestCluster } from './testing/cluster';

const MAPS = '/api/v1/namespaces/default/configmaps';

interface Ready {
  ready: boolean;
  url: string;
  kubeconfig: string;
}

describe('the cluster as a process', () => {
  let folder: string;
  let child: ChildProcess;

  const launch = (options: readonly string[], stdio: StdioOptions): void => {
    const program = ['-r', './support/typescript.cjs', join(__dirname, 'main.ts')];
    child = spawn(process.execPath, [...program, '--state', folder, ...options], { stdio });
  };
  const start = async (...options: string[]): Promise<Ready> => {
    launch(options, ['pipe', 'pipe', 'inherit']);
    assert.ok(child.stdout);
    const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
    return JSON.parse(line) as Ready;
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'process-'));
  });
  afterEach(() => {
    child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });

  it('says where it is, writes a kubeconfig for its owner alone, and stops when told', async () => {
    const ready = await start();
    assert.match(ready.url, /^https:\/\/127\.0\.0\.1:\d+$/);
    assert.equal(statSync(ready.kubeconfig).mode & 0o777, 0o600);
    child.kill('SIGTERM');
    assert.deepEqual(await once(child, 'exit'), [0, null]);
  });

  it('ends with its standard input when asked', async () => {
    await start('--exit-with-stdin');
    child.stdin?.end();
    assert.deepEqual(await once(child, 'exit'), [0, null]);
  });

  const keepsItsWrites = async (...options: string[]): Promise<void> => {
    const ready = await start(...options);
    const cluster = TestCluster.at(folder, ready);
    const acknowledged: string[] = [];
    const killed = once(child, 'exit');
    const writes = Array.from({ length: 4 }, async (_, writer) => {
      for (let n = 0; ; n += 1) {
        const name = `w${writer}-${n}`;
        const answer = await cluster.ask('POST', MAPS, {
          body: { metadata: { name }, data: { n: 'x'.repeat(500) } },
        });
        if (answer.status === 201) acknowledged.push(name);
        if (acknowledged.length >= 150) child.kill('SIGKILL');
      }
    });
    await Promise.allSettled(writes);
    await killed;
    const restarted = TestCluster.at(folder, await start());
    const { body } = await restarted.ask<{ items: { metadata: { name: string } }[] }>('GET', MAPS);
    const kept = new Set(body.items.map(({ metadata }) => metadata.name));
    assert.ok(acknowledged.length >= 150);
    assert.deepEqual(
      acknowledged.filter((name) => !kept.has(name)),
      [],
    );
  };

  it('has kept every write that it acknowledged when it is killed', () => keepsItsWrites());

  it('keeps them as well when it does not wait for the disk', () => keepsItsWrites('--unsafe-no-fsync'));

  it('explains a command line that makes no sense', async () => {
    launch(['--pace', 'fast'], ['ignore', 'ignore', 'pipe']);
    assert.ok(child.stderr);
    const [line] = (await once(createInterface(child.stderr), 'line')) as [string];
    assert.match(line, /^--pace must be a positive number, not "fast"; usage: /);
  });
});
