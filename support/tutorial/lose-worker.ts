import { awaitThat } from './await-that';
import type { Tutorial } from './tutorial';

/** Ends the worker of a space and waits until ConfigHub has noticed. */
export async function loseWorker(tutorial: Tutorial, space: string): Promise<void> {
  const slug = tutorial.names.worker(space);
  await tutorial.workers.stop(tutorial, space);
  await awaitThat({
    what: `ConfigHub to notice that worker ${slug} is gone`,
    look: async () =>
      (await tutorial.cub.workers.list(space)).find((worker) => worker.slug === slug)?.condition,
    satisfied: (condition) => condition !== 'Ready',
    describe: (condition) => `its condition is ${condition}`,
    advice: 'look at its pod or process',
    deadline: tutorial.patience,
  });
}
