import { join } from 'node:path';
import { execa, type ResultPromise } from 'execa';
import type { CubSettings } from '../cub/run';
import type { Tutorial, WorkerHost } from './tutorial';

const endWithParent = join(__dirname, 'end-with-parent.cjs');

/**
 * Runs workers beside the cluster, with `cub worker run`; for clusters whose pods run nothing. They end with this
 * process, also when it is killed: a hub that outlives the run would go on giving them work.
 */
export class WorkersAsProcesses implements WorkerHost {
  private readonly running = new Map<string, ResultPromise>();

  constructor(
    private readonly settings: CubSettings,
    private readonly kubeconfig: string,
    /** Flags that say which type of worker; the puller of releases is one of our own. */
    private readonly type: readonly string[] = [],
  ) {}

  async start(tutorial: Tutorial, space: string): Promise<void> {
    if (this.running.has(space)) return;
    const worker = tutorial.names.worker(space);
    tutorial.narrate(`The worker ${worker} runs beside the cluster and connects to ConfigHub.`);
    const command = [this.settings.command, 'worker', 'run', ...this.type, '--space', space, worker];
    const running = execa(process.execPath, [endWithParent, ...command], {
      env: { ...this.settings.env, KUBECONFIG: this.kubeconfig },
      reject: false,
      buffer: false,
      stdin: 'pipe',
      stdout: 'ignore',
      stderr: 'ignore',
    });
    this.running.set(space, running);
    // One that has ended by itself, as its hub has cut it off, can be started again.
    running.then(() => {
      if (this.running.get(space) === running) this.running.delete(space);
    });
  }

  async stop(_tutorial: Tutorial, space: string): Promise<void> {
    const process = this.running.get(space);
    process?.kill();
    await process;
    this.running.delete(space);
  }

  /** Ends all workers and waits for it. */
  async stopAll(): Promise<void> {
    for (const process of this.running.values()) process.kill();
    await Promise.all(this.running.values());
    this.running.clear();
  }
}
