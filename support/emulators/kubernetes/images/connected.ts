import type { startWorker } from '../../worker/index';
import { workerOptions } from '../../worker/settings';
import type { Program, ProgramContext } from './model';

/**
 * A program that is connected to a hub in a worker's name, in this process: configured by the container's environment
 * as the real worker, with the access of the pod's service account. When it fails or is through, the container ends.
 */
export function connected(start: typeof startWorker): Program {
  return (context) => {
    const stopping = new AbortController();
    const over = run(start, context, stopping.signal).then(
      () => context.exit(0),
      (error: unknown) => {
        context.log(`[ERROR] ${error instanceof Error ? error.message : String(error)}`);
        context.exit(1);
      },
    );
    return {
      listens: [],
      answer: () => ({ status: 404, headers: {}, body: '' }),
      async stop() {
        stopping.abort();
        await over;
      },
    };
  };
}

async function run(
  start: typeof startWorker,
  { environment, access, log, now, pace }: ProgramContext,
  signal: AbortSignal,
): Promise<void> {
  const started = await start({
    ...workerOptions(environment),
    clusters: access(),
    inCluster: true,
    log,
    now,
    pace,
    signal,
  });
  await started.ended;
}
