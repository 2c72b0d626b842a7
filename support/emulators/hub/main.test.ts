import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleHub } from './crash/hub-process';

describe('hub process', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hub-main-'));
  const bundle = join(folder, 'hub.cjs');
  const state = join(folder, 'new', 'state');
  before(() => bundleHub(bundle));
  after(() => rmSync(folder, { recursive: true }));

  const run = (...args: string[]) =>
    spawn(process.execPath, [bundle, ...args], { stdio: ['pipe', 'pipe', 'pipe'] });
  const exitOf = async (child: ReturnType<typeof run>) => (await once(child, 'exit'))[0] as number;

  it('prints one line when it answers, keeps its credentials to itself, and stops clean on SIGTERM', async () => {
    const child = run('--state', state);
    const [line] = (await once(child.stdout, 'data')) as [Buffer];
    const ready = JSON.parse(line.toString()) as { ready: boolean; url: string };
    assert.equal(ready.ready, true);
    assert.equal((await fetch(`${ready.url}/api/info`)).status, 200);
    assert.equal(statSync(join(state, 'credentials.json')).mode & 0o777, 0o600);
    child.kill('SIGTERM');
    assert.equal(await exitOf(child), 0);
  });

  it('goes with its stdin when asked to', async () => {
    const child = run('--state', state, '--exit-with-stdin');
    await once(child.stdout, 'data');
    child.stdin.end();
    assert.equal(await exitOf(child), 0);
  });

  it('tells in one sentence what is wrong with how it was called', async () => {
    const cases: Array<[string[], RegExp]> = [
      [[], /^--state DIR is required; usage: hub/],
      [['--state', state, '--port', 'x'], /^--port must be a number from 0 to 65535, not "x"/],
      [['--state', state, '--era', 'A'], /^--era must be B or C, not "A"/],
      [['--state', state, '--colour'], /colour/],
      [['--state', state, '--credentials', join(folder, 'none')], /^the credentials file .* cannot be read/],
    ];
    for (const [args, message] of cases) {
      const child = run(...args);
      let told = '';
      child.stderr.on('data', (chunk) => {
        told += chunk;
      });
      assert.equal(await exitOf(child), 1);
      assert.match(told, message);
    }
    assert.equal(existsSync(join(state, 'journal.jsonl')), true);
  });
});
