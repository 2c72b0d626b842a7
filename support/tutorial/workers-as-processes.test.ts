import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { CubSettings } from '../cub/run';
import { Names } from './names';
import type { Tutorial } from './tutorial';
import { WorkersAsProcesses } from './workers-as-processes';

const program = `require(${JSON.stringify(join(__dirname, '..', 'typescript.cjs'))});
  const { WorkersAsProcesses } = require('./workers-as-processes.ts');
  const workers = new WorkersAsProcesses({ command: process.env.WORKER, env: {} }, 'none');
  const tutorial = { names: { worker: (space) => space + '-worker' }, narrate: () => undefined };
  workers.start(tutorial, 'base').then(() => process.stdin.on('data', () => workers.stopAll().then(() => process.exit())));`;

describe('workers beside a cluster', function () {
  this.timeout(60_000);
  let folder: string;
  const pidFile = () => join(folder, 'pid');
  const until = async (what: string, is: () => boolean | Promise<boolean>) => {
    for (const deadline = Date.now() + 30_000; !(await is()); await pause(20))
      if (Date.now() > deadline) throw new Error(`waited 30 s in vain until ${what}`);
  };
  const lives = () => {
    try {
      process.kill(Number(readFileSync(pidFile(), 'utf8')), 0);
      return true;
    } catch {
      return false;
    }
  };
  const start = async () => {
    const env = { ...process.env, WORKER: join(folder, 'cub') };
    const runner = spawn(process.execPath, ['-e', program], {
      cwd: __dirname,
      env,
      stdio: ['pipe', 'ignore', 'inherit'],
    });
    await until('the worker runs', () => existsSync(pidFile()) && lives());
    return runner;
  };

  beforeEach(function () {
    if (process.platform === 'win32') this.skip();
    folder = mkdtempSync(join(tmpdir(), 'workers-'));
    // As the real one it has a worker of its own, and leaves it behind when it is killed alone.
    const script = `sleep 300 &\necho $! >${folder}/pid.new\nmv ${folder}/pid.new ${folder}/pid\nwait\n`;
    writeFileSync(join(folder, 'cub'), `#!/bin/sh\n${script}`);
    chmodSync(join(folder, 'cub'), 0o755);
  });
  afterEach(() => {
    if (folder) rmSync(folder, { recursive: true, force: true });
  });

  it('end when they are told to', async () => {
    const runner = await start();
    runner.stdin?.write('stop');
    await once(runner, 'close');
    await until('the worker has ended', () => !lives());
  });

  it('are started again after they have ended by themselves', async () => {
    const starts = join(folder, 'starts');
    writeFileSync(join(folder, 'cub'), `#!/bin/sh\necho started >>${starts}\n`);
    const workers = new WorkersAsProcesses(
      { command: join(folder, 'cub'), env: {} } as CubSettings,
      'kubeconfig',
    );
    const tutorial = { names: new Names(''), narrate: () => undefined } as unknown as Tutorial;
    await until('the worker has run twice', async () => {
      await workers.start(tutorial, 'base');
      return existsSync(starts) && readFileSync(starts, 'utf8').split('\n').length > 2;
    });
    await workers.stopAll();
  });

  it('end with their run when it is killed', async () => {
    const runner = await start();
    runner.kill('SIGKILL');
    await once(runner, 'close');
    await until('the worker has ended', () => !lives());
  });
});
