import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { execa } from 'execa';
import { runLab } from '../commands/lab/run';
import { labState, openLab, resetLab, stopLab } from './lab';
import { isAlive } from './lab/process';
import { readRecord, type ServerRecord } from './lab/record';

describe('lab', () => {
  let folder: string;
  let env: NodeJS.ProcessEnv;
  const open = () => openLab({ env, log: () => undefined });
  const record = (server: 'hub' | 'kubernetes') => readRecord(join(folder, `${server}.json`)) as ServerRecord;
  const say = async (...args: string[]) => {
    let said = '';
    const write = (text: string) => {
      said += text;
    };
    const code = await runLab(args, { env, out: write, err: write });
    return { code, said };
  };
  const cub = async (...args: string[]) =>
    (await execa(join(folder, 'bin', 'cub'), args, { input: '' })).stdout;
  const spaces = () => cub('space', 'list', '--jq', '.[].Space.Slug');
  const kill = async (server: 'hub' | 'kubernetes') => {
    const { pid } = record(server);
    process.kill(pid, 'SIGKILL');
    while (isAlive(pid, folder)) await pause(5);
  };

  beforeEach(() => {
    folder = join(mkdtempSync(join(tmpdir(), 'lab-')), 'with space');
    env = { PATH: process.env.PATH, MTX_STATE: folder };
  });
  afterEach(async () => {
    await resetLab({ env });
    rmSync(join(folder, '..'), { recursive: true });
  });

  it('starts, tells where it is, and a second start changes nothing', async () => {
    const first = await say('start');
    assert.equal(first.code, 0);
    assert.match(
      first.said,
      /^The lab runs: hub embedded .*\n {2}hub +http:\/\/127\.0\.0\.1:\d+ \(process \d+\)\n {2}cluster +https:/,
    );
    const { pid } = record('hub');
    assert.match((await say('start')).said, /^The lab runs already: /);
    assert.equal(record('hub').pid, pid);
    assert.equal((await say('status')).code, 0);
  });

  it('does nothing when it is told what it does not know', async () => {
    const { code, said } = await say('start', '--foo');
    assert.deepEqual([code, said], [2, '"lab start" takes no arguments, so not --foo; nothing was done.\n']);
    assert.equal((await say('status')).code, 1);
  });

  it('is started anew, and says so, when its programs have changed', async () => {
    await say('start');
    const { pid } = record('hub');
    writeFileSync(join(folder, 'hub.json'), JSON.stringify({ ...record('hub'), program: 'an older one' }));
    assert.match((await say('start')).said, /^The lab was started anew, as its programs have changed: /);
    assert.notEqual(record('hub').pid, pid);
  });

  it('keeps its state and its ports over a stop', async () => {
    await open();
    await cub('space', 'create', 'kept');
    const ports = [record('hub').port, record('kubernetes').port];
    assert.match((await say('stop')).said, /^Stopped hub and kubernetes; what was made is kept\./);
    const stopped = await say('status');
    assert.equal(stopped.code, 1);
    assert.match(stopped.said, /^The lab does not run\./);
    assert.match((await say('stop')).said, /^The lab does not run\./);
    await open();
    assert.deepEqual([record('hub').port, record('kubernetes').port], ports);
    assert.match(await spaces(), /kept/);
  });

  for (const server of ['hub', 'kubernetes'] as const)
    it(`survives a SIGKILL of its ${server}`, async () => {
      const before = await open();
      await cub('space', 'create', 'kept');
      const { port } = record(server);
      await kill(server);
      assert.match(
        (await say('status')).said,
        /^A part of the lab does not run; `npm run lab -- start` starts it\./,
      );
      const after = await open();
      assert.equal(record(server).port, port);
      assert.equal(after.hub.url, before.hub.url);
      assert.match(await spaces(), /kept/);
    });

  it('takes over a lock whose holder is gone', async () => {
    const gone = spawn(process.execPath, ['-e', '']);
    await new Promise((done) => gone.once('close', done));
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'lab.lock'), String(gone.pid));
    await open();
    assert.equal(existsSync(join(folder, 'lab.lock')), false);
  });

  it('is started once when several start it at the same time', async () => {
    const all = await Promise.all([open(), open(), open()]);
    assert.equal(new Set(all.map(({ hub }) => hub.url)).size, 1);
    const { servers } = await labState({ env });
    assert.ok(servers.every(({ running }) => running));
  });

  it('says that it is stopped where its cub is still called', async () => {
    await open();
    await stopLab({ env });
    await assert.rejects(spaces(), /The lab is stopped; start it with: npm run lab -- start/);
    await open();
    assert.equal(await spaces(), 'default');
  });

  it('leaves a stranger alone that has got the number of its process', async () => {
    await open();
    await stopLab({ env });
    const stranger = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)']);
    try {
      const remembered = { ...record('hub'), pid: stranger.pid };
      writeFileSync(join(folder, 'hub.json'), JSON.stringify(remembered));
      await stopLab({ env });
      await open();
      assert.equal(stranger.exitCode, null);
      assert.equal(stranger.signalCode, null);
    } finally {
      stranger.kill('SIGKILL');
    }
  });

  for (const [MTX_CLUSTER, reason] of [
    ['kwok', /lives as long as one test run/],
    ['kind', /Nothing in a kind cluster reaches the embedded hub/],
  ] as const)
    it(`refuses a ${MTX_CLUSTER} cluster, which would not last, before anything starts`, async () => {
      await assert.rejects(openLab({ env: { ...env, MTX_CLUSTER }, log: () => undefined }), reason);
      assert.equal(existsSync(folder), false);
    });

  it('refuses to release, as its hub applies, before anything starts', async () => {
    await assert.rejects(
      openLab({ env: { ...env, MTX_DEPLOY: 'release' }, log: () => undefined }),
      /leave MTX_DEPLOY out for the lab/,
    );
    assert.equal(existsSync(folder), false);
  });

  it('is empty after a reset, and a second reset finds nothing', async () => {
    await open();
    const { pid } = record('hub');
    await cub('space', 'create', 'gone');
    assert.match((await say('reset')).said, /^The lab is stopped and empty\./);
    assert.equal(isAlive(pid, folder), false);
    assert.match((await say('reset')).said, /^There is no lab to reset\./);
    await open();
    assert.equal(await spaces(), 'default');
  });

  it('sets a shell up for cub and kubectl, and touches nothing of the user', async () => {
    const { said } = await say('env');
    writeFileSync(join(folder, 'settings.sh'), said);
    const home = join(folder, 'user');
    mkdirSync(home);
    const { stdout } = await execa(
      'bash',
      [
        '-c',
        '. "$1"; cub context set --space default; cub space list --jq ".[].Space.Slug"; echo "$HOME"; echo "$KUBECONFIG"',
        'bash',
        join(folder, 'settings.sh'),
      ],
      {
        env: { HOME: home },
      },
    );
    const lines = stdout.split('\n').slice(-3);
    assert.deepEqual(lines, ['default', home, join(folder, 'kubernetes', 'kubeconfig')]);
    assert.equal(existsSync(join(home, '.confighub')), false);
  });

  const dialects: Array<[string, RegExp]> = [
    ['zsh', /^export PATH='.*with space\/bin':"\$PATH"\nexport KUBECONFIG='/],
    ['fish', /^set -gx PATH '.*with space\/bin' \$PATH\nset -gx KUBECONFIG '/],
    ['powershell', /^\$env:PATH = '.*with space\/bin' \+ '.' \+ \$env:PATH\n\$env:KUBECONFIG = '/],
  ];
  for (const [shell, expected] of dialects)
    it(`speaks ${shell}`, async () => {
      const { said } = await say('env', '--shell', shell);
      assert.match(said, expected);
      assert.match(said, new RegExp(`# Run this to set up your shell: .*${shell}`));
    });

  it('shows what its servers said', async () => {
    await open();
    writeFileSync(
      join(folder, 'logs', 'hub.log'),
      `${readFileSync(join(folder, 'logs', 'hub.log'))}a last word\n`,
    );
    assert.match((await say('logs', 'hub')).said, /^hub: a last word$/m);
    assert.match((await say('logs', 'moon')).said, /^There are no logs of moon; name some of hub/);
  });

  it('says what it can do when asked for something else', async () => {
    const { code, said } = await say('launch');
    assert.equal(code, 2);
    assert.match(said, /^"launch" is no command of the lab\.\nUsage: npm run lab/);
    assert.match(
      (await say('env', '--shell', 'tcsh')).said,
      /^--shell is "tcsh"; write bash, zsh, fish, powershell\./,
    );
  });
});
