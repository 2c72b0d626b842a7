import { startWorker } from '../../worker/index';
import { workerOptions } from '../../worker/settings';
import type { Image, Program, ProgramContext } from './model';
import { isPresentTag } from './tags';

/**
 * The ConfigHub worker, in this process: configured by the container's environment as the real one, with the access of
 * the pod's service account. When it fails or is through, the container ends.
 */
const worker: Program = (context) => {
  const stopping = new AbortController();
  const over = run(context, stopping.signal).then(
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

async function run(
  { environment, access, log, now, pace }: ProgramContext,
  signal: AbortSignal,
): Promise<void> {
  const started = await startWorker({
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

/** The worker under any registry and tag, but for tags that say they are missing. */
export const workerImages: Image = {
  isRepository: (repository) => /\/confighubai\/confighub-worker$/.test(repository),
  hasTag: isPresentTag,
  program: worker,
};
