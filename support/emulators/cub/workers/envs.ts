import type { Invocation } from '../invocation';
import { findWorker } from '../lookup/workers';

/** `cub worker get-envs`: id and secret of a worker as assignments for the caller's shell. */
export async function workerEnvironment(invocation: Invocation): Promise<void> {
  const { args, host, print } = invocation;
  const worker = await findWorker(invocation, args[0] as string);
  const shell = host.env.SHELL ?? '';
  const assign = (name: string, value: string) => {
    if (shell.endsWith('fish')) return `set -gx ${name} ${value}`;
    return shell.endsWith('csh') ? `setenv ${name} ${value}` : `export ${name}=${value}`;
  };
  print.say('# Source these environment variables with:');
  print.say(`# eval "$(cub worker get-envs ${args[0]})"`);
  print.say(assign('CONFIGHUB_WORKER_ID', worker.BridgeWorkerID));
  print.say(assign('CONFIGHUB_WORKER_SECRET', worker.Secret ?? ''));
}

/** `cub worker get-secret`: the secret of a worker. */
export async function workerSecret(invocation: Invocation): Promise<void> {
  const worker = await findWorker(invocation, invocation.args[0] as string);
  invocation.print.say(worker.Secret ?? '');
}
