import { releasesOnly } from '../../cub/capabilities';
import type { Target } from '../../cub/targets';
import { awaitThat } from '../await-that';
import type { Tutorial } from '../tutorial';
import { connectPuller } from './connect-puller';

/**
 * Starts the worker of a space, unless it is connected already, and waits for it. Where spaces are released, it is what
 * pulls the releases.
 *
 * @returns the target that it offers
 * @throws TutorialError when it does not connect in time
 */
export async function connectWorker(tutorial: Tutorial, space: string): Promise<Target> {
  if (releasesOnly(tutorial.can)) return connectPuller(tutorial, space);
  const { cub, names } = tutorial;
  const slug = names.worker(space);
  const offered = (await cub.targets.list(space)).find((target) =>
    serves(target, slug, tutorial.cluster.context),
  );
  if (offered?.condition === 'Ready') return offered;
  const conditionNow = async (): Promise<string> =>
    (await cub.workers.list(space)).find((worker) => worker.slug === slug)?.condition ??
    'unknown to ConfigHub';
  const before = await conditionNow();
  if (before === 'unknown to ConfigHub') await cub.workers.create(space, slug);
  if (before !== 'Ready') {
    await tutorial.workers.start(tutorial, space);
    await awaitThat({
      what: `worker ${slug} to connect`,
      look: conditionNow,
      satisfied: (condition) => condition === 'Ready',
      describe: (condition) => `its condition is ${condition}`,
      advice: `see its log: \`kubectl logs -n ${slug} deployment/${slug}\``,
      deadline: tutorial.patience,
    });
  }
  return targetOf(tutorial, space, slug);
}

async function targetOf(tutorial: Tutorial, space: string, worker: string): Promise<Target> {
  const { context } = tutorial.cluster;
  const targets = await awaitThat({
    what: `worker ${worker} to offer a target`,
    look: () => tutorial.cub.targets.list(space),
    satisfied: (all) => all.some((target) => serves(target, worker, context)),
    describe: (all) => `targets: ${all.map(({ slug }) => slug).join(', ') || 'none'}`,
    advice: `see its log: \`kubectl logs -n ${worker} deployment/${worker}\``,
    deadline: tutorial.patience,
  });
  return targets.find((target) => serves(target, worker, context)) as Target;
}

/** A worker outside the cluster offers each context that it knows: only ours is meant. */
function serves(target: Target, worker: string, context: string): boolean {
  return target.worker === worker && (target.context ?? context) === context;
}
