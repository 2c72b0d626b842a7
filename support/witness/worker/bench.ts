import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { execa } from 'execa';
import { Cluster } from '../../cluster/cluster';
import { Connection } from '../../cluster/connection';
import type { Environment } from '../../environment/index';

/** What an observation works with. */
export interface Bench {
  /** Runs `cub`; the answer's exit code counts as much as its output. */
  cub(args: string[], input?: string): Promise<{ exitCode: number; stdout: string; stderr: string }>;
  cluster: Cluster;
  kubeconfig: string;
  startWorker(env: Record<string, string>): RunningWorker;
}

export interface RunningWorker {
  /** all that it has written so far */
  said(): string;
  stop(): Promise<void>;
}

/** A bench on which the worker is `executable`. */
export function bench({ cub, cluster }: Environment, executable: string): Bench {
  const { kubeconfig, context } = cluster;
  return {
    async cub(args, input = '') {
      const {
        exitCode = -1,
        stdout,
        stderr,
      } = await execa(cub.command, args, { env: cub.env, input, reject: false });
      return { exitCode, stdout, stderr };
    },
    cluster: new Cluster(new Connection(kubeconfig, context), {
      transcript: () => undefined,
      patience: 30_000,
    }),
    kubeconfig,
    startWorker: (env) =>
      running(spawn(executable, ['kubernetes'], { env: { ...process.env, ...cub.env, ...env } })),
  };
}

function running(child: ChildProcess): RunningWorker {
  let said = '';
  for (const output of [child.stdout, child.stderr])
    output?.on('data', (chunk) => {
      said += chunk;
    });
  return {
    said: () => said,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'close');
    },
  };
}
