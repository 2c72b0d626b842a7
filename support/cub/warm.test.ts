import assert from 'node:assert/strict';
import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { readSettings, startEnvironment } from '../environment';
import { isAlive } from '../environment/lab/process';
import { type Ended, start } from './start';
import { startWarm } from './warm';

/** Says which process it is and how often it ran; or does what its first argument names. */
const PROGRAM = `
let runs = 0;
exports.runCaptured = async ({ arguments: [what, ...words], env, input }) => {
  runs += 1;
  if (what === 'hang') await new Promise(() => setInterval(() => undefined, 1000));
  if (what === 'linger') setInterval(() => undefined, 1000);
  if (what === 'crash') setImmediate(() => { throw new Error('out of order'); });
  if (what === 'crash') await new Promise(() => undefined);
  if (what === 'warn') process.stderr.write('beware\\n');
  const stdout = JSON.stringify({ pid: process.pid, runs, words, input, region: env.REGION, path: env.PATH });
  return { exitCode: what === 'fail' ? 3 : 0, stdout, stderr: 'said\\n' };
};`;

describe('a warm cub', () => {
  const folder = mkdtempSync(join(tmpdir(), 'warm-'));
  let program: string;
  let number = 0;
  const run = (...args: string[]) =>
    startWarm(program, args, { env: { REGION: 'eu' }, input: 'manifest', timeout: 20_000 });
  const told = async (...args: string[]) => JSON.parse((await run(...args)).stdout ?? '');
  /** A program that imports this module, says something, and may stay. */
  const inProcess = (what: string, then: string) => [
    '-r',
    './support/typescript.cjs',
    '-e',
    `const { startWarm } = require(${JSON.stringify(require.resolve('./warm'))});
     startWarm(${JSON.stringify(program)}, ['${what}'], {}).then(({ stdout }) => { console.log(stdout); ${then} });`,
  ];

  beforeEach(() => {
    number += 1;
    program = join(folder, `program-${number}.cjs`);
    writeFileSync(program, PROGRAM);
  });
  after(() => rmSync(folder, { recursive: true }));

  it('gives a command its words, variables and input, and tells its end', async () => {
    const { stdout = '', durationMs, ...rest } = await run('fail', 'a b', '$c');
    assert.deepEqual(rest, { exitCode: 3, stderr: 'said\n' });
    assert.ok(durationMs > 0);
    const { words, input, region, path } = JSON.parse(stdout);
    assert.deepEqual(
      { words, input, region, path },
      {
        words: ['a b', '$c'],
        input: 'manifest',
        region: 'eu',
        path: process.env.PATH,
      },
    );
  });

  it('takes the next command in the same process, with nothing left of the one before', async () => {
    const [first, second] = [await told('say'), await told('say')];
    assert.equal(second.pid, first.pid);
    assert.deepEqual([first.runs, second.runs], [1, 1]);
  });

  it('carries commands out side by side in processes of their own', async () => {
    const pids = await Promise.all(['one', 'two', 'three'].map(async (name) => (await told(name)).pid));
    assert.equal(new Set(pids).size, 3);
    assert.ok(pids.includes((await told('later')).pid));
  });

  it('kills a command that takes too long, says so, and goes on', async () => {
    const before = await told('say');
    const { exitCode, shortMessage } = await startWarm(program, ['hang', 'here'], { timeout: 100 });
    assert.equal(exitCode, undefined);
    assert.equal(shortMessage, 'Command timed out after 100 milliseconds: cub hang here');
    assert.notEqual((await told('say')).pid, before.pid);
  });

  it('gives no command to a process that it has just killed', async () => {
    await told('say');
    const answered = startWarm(program, ['say'], { timeout: 50 });
    // The answer and the deadline are both there when this process looks again.
    for (const until = Date.now() + 200; Date.now() < until; );
    assert.equal((await answered).exitCode, 0);
    assert.equal((await run('say')).exitCode, 0);
  });

  it('says why when no process can be started', async () => {
    const { execPath } = process;
    process.execPath = '/no/such/node';
    try {
      const { exitCode, shortMessage } = await run('say', 'it');
      assert.equal(exitCode, undefined);
      assert.match(
        shortMessage ?? '',
        /could not be carried out \(spawn \/no\/such\/node ENOENT\): cub say it/,
      );
    } finally {
      process.execPath = execPath;
    }
    assert.equal((await run('say')).exitCode, 0);
  });

  it('tells a command that breaks its process as a process of its own would end, and goes on', async () => {
    const { exitCode, stderr } = await run('crash');
    assert.equal(exitCode, 1);
    assert.match(stderr ?? '', /out of order/);
    assert.equal((await run('say')).exitCode, 0);
  });

  it('goes on when a process was killed while it waited', async () => {
    const { pid } = await told('say');
    process.kill(pid, 'SIGKILL');
    await untilNot(`process ${pid} is there`, () => exists(pid));
    assert.notEqual((await told('say')).pid, pid);
  });

  it('tells what Node itself wrote beside a command, with that command or the next', async () => {
    const both = [await run('warn'), await run('say')].map(({ stderr }) => stderr).join('');
    assert.deepEqual(both.split('\n').sort(), ['', 'beware', 'said', 'said']);
  });

  it('keeps no process alive when nothing runs', () => {
    const said = execFileSync(process.execPath, inProcess('say', ''), { encoding: 'utf8', timeout: 20_000 });
    assert.equal(JSON.parse(said).runs, 1);
  });

  it('ends with its process, also when that is killed and a command has not ended', async () => {
    const parent = execFile(process.execPath, inProcess('linger', 'setInterval(() => undefined, 1000)'));
    const said = await new Promise<string>((resolve) => parent.stdout?.once('data', resolve));
    parent.kill('SIGKILL');
    const { pid } = JSON.parse(said);
    // Whoever inherits it may take a while to collect it.
    await untilNot(`process ${pid} runs`, () => isAlive(pid, 'warm-process'));
  });
});

describe('the bundled cub', () => {
  it('answers warm as it does in a process for each command', async () => {
    const stateDir = mkdtempSync(join(tmpdir(), 'warm-'));
    const { cub, stop } = await startEnvironment(readSettings({}), { stateDir, log: () => undefined });
    const manifest = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: hours # of trading\n';
    const options = { env: cub.env, reject: false, stripFinalNewline: false, input: manifest } as const;
    const warm = async (words: string) =>
      plain(await startWarm(cub.program ?? '', words.split(' '), options));
    const cold = async (words: string) => plain(await start(cub.command, words.split(' '), options));
    try {
      assert.equal((await warm('space create asia')).exitCode, 0);
      assert.equal((await warm('unit create hours - --space asia')).exitCode, 0);
      assert.equal((await warm('unit data hours --space asia')).stdout, manifest);
      for (const words of [
        'space list',
        'unit list --space * --json',
        'unit data hours --space asia',
        '--help',
      ]) {
        const answer = await warm(words);
        assert.equal(answer.exitCode, 0, answer.stderr);
        assert.deepEqual(answer, await cold(words));
      }
      for (const words of ['unit create hours - --space asia', 'unit get no-such --space asia', 'unit lst']) {
        const answer = await warm(words);
        assert.match(answer.stderr ?? '', /^Failed: /);
        assert.deepEqual(answer, await cold(words));
      }
    } finally {
      await stop();
      rmSync(stateDir, { recursive: true });
    }
  });
});

/** What a user sees of it, but for the number of the request. */
function plain({ exitCode, stdout, stderr }: Ended) {
  return { exitCode, stdout, stderr: stderr?.replace(/req [\w-]+/, 'req …') };
}

function exists(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function untilNot(what: string, holds: () => boolean): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (holds()) {
    if (Date.now() > deadline) throw new Error(`still after 10 s: ${what}`);
    await pause(10);
  }
}
