import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../failure';
import { configDirectory } from '../home/session';
import type { Invocation } from '../invocation';
import { findWorker } from '../lookup/workers';
import { postWorker } from './create';

/**
 * `cub worker run`: runs the worker program (CONFIGHUB_WORKER_EXECUTABLE, else ~/.confighub/bin/cub-worker-run) with the
 * worker's id and secret; a worker that does not exist is created. Ends when the program ends; signals are passed on.
 */
export async function runWorker(invocation: Invocation): Promise<void> {
  const { args, flags, host, hub } = invocation;
  const name = args[0] as string;
  const worker = await findWorker(invocation, name).catch(() => postWorker(invocation, { Slug: name }));
  const program =
    host.env.CONFIGHUB_WORKER_EXECUTABLE || join(configDirectory(host.env), 'bin', 'cub-worker-run');
  if (!existsSync(program)) throw new Failure(`stat ${program}: no such file or directory`);
  hub.close();
  const type = flags.text('worker-type', 'kubernetes');
  const multiplex = flags.has('enable-multiplexer') ? flags.on('enable-multiplexer') : type.includes(',');
  await execute(program, [type, ...(multiplex ? ['--enable-multiplexer'] : [])], {
    ...host.env,
    CONFIGHUB_WORKER_ID: worker.BridgeWorkerID,
    CONFIGHUB_WORKER_SECRET: worker.Secret ?? '',
    ...Object.fromEntries(
      flags.list('env').map((pair) => [pair.split('=')[0] as string, pair.slice(pair.indexOf('=') + 1)]),
    ),
  });
}

function execute(program: string, words: string[], env: NodeJS.ProcessEnv): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, words, { env, stdio: 'inherit' });
    const forward = (signal: NodeJS.Signals) => child.kill(signal);
    process.on('SIGTERM', forward).on('SIGINT', forward).on('SIGHUP', forward);
    child.on('error', (error) => reject(new Failure(`fork/exec ${program}: ${error.message}`)));
    child.on('exit', (code, signal) => {
      if (code === 0) resolve();
      else reject(new Failure(signal === null ? `exit status ${code}` : `signal: ${signal}`));
    });
  });
}
