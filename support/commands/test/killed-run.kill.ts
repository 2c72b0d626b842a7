import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { projectRoot } from '../../environment/build';
import { isAlive } from '../../environment/lab/process';
import { processesNaming } from '../../environment/scratch/processes';
import { STAGES } from '../../tutorial/stages';

/**
 * `npm run test:kill`: a run of each stage is killed at a random moment in its first half; the next run removes
 * what is left of it, and nothing else. Takes a few seconds a stage. MTX_KILL_STAGE chooses one.
 */
describe('a run that is killed', () => {
  let place: string;
  let temporary: string;
  const chosen = process.env.MTX_KILL_STAGE;
  const stages = STAGES.filter(({ number }) => !chosen || String(number) === chosen);

  beforeEach(() => {
    place = mkdtempSync(join(tmpdir(), 'killed-'));
    temporary = join(place, 'tmp');
    mkdirSync(temporary);
  });
  afterEach(() => {
    for (const pid of processesNaming(place)) process.kill(pid, 'SIGKILL');
    rmSync(place, { recursive: true, force: true, maxRetries: 5 });
  });

  const run = (...args: string[]) => {
    const child = spawn(
      process.execPath,
      ['-r', './support/typescript.cjs', 'support/commands/test.ts', ...args],
      {
        cwd: projectRoot,
        env: { ...process.env, TMPDIR: temporary, MTX_REPORTS: join(place, 'reports') },
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    const ended = new Promise<number | null>((done) => child.once('exit', done));
    return { child, ended, said: () => said };
  };

  for (const { number, title } of stages)
    it(`in stage ${number} (${title}) leaves nothing that the next run does not remove`, async () => {
      const strangers = ['microtraderx-of-somebody', `microtraderx-${process.pid}-AbCd12`];
      for (const name of strangers) mkdirSync(join(temporary, name));
      const killed = run('--tags', `@stage-${number}`);
      const scenarios = Math.ceil(Math.random() * 8);
      await until(`${scenarios} scenarios have ended`, () => endedIn(killed.said()) >= scenarios);
      await pause(Math.random() * 100);
      const running = childrenOf(killed.child.pid ?? 0);
      killed.child.kill('SIGKILL');
      await killed.ended;
      assert.ok(running.length > 0, 'it had processes of its own');

      const next = run('--name', 'Nothing is deployed before a unit is applied');
      assert.equal(await next.ended, 0, next.said());
      assert.match(next.said(), /^1 passed, 0 failed, 0 skipped$/m);
      assert.deepEqual(
        readdirSync(temporary)
          .filter((name) => name.startsWith('microtraderx-'))
          .sort(),
        [...strangers].sort(),
      );
      for (const pid of running) assert.equal(isAlive(pid, 'node'), false, `process ${pid} still runs`);
      assert.deepEqual(processesNaming(temporary), []);
    });
});

/** How many scenarios the progress of a run tells, each with one sign; no stage has fewer than nineteen. */
function endedIn(said: string): number {
  return /^[.F-]+/m.exec(said)?.[0].length ?? 0;
}

/** All processes that come from one. */
function childrenOf(pid: number): number[] {
  const file = `/proc/${pid}/task/${pid}/children`;
  if (!existsSync(file)) return [];
  const children = readFileSync(file, 'utf8').split(' ').filter(Boolean).map(Number);
  return children.flatMap((child) => [child, ...childrenOf(child)]);
}

async function until(what: string, satisfied: () => boolean): Promise<void> {
  for (const deadline = Date.now() + 400_000; !satisfied(); await pause(20))
    assert.ok(Date.now() < deadline, `waited in vain until ${what}`);
}
