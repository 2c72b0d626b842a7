import type { Target } from '../../cub/targets';
import { TutorialError } from '../error';
import type { Tutorial } from '../tutorial';

/**
 * Makes a target of a space that releases can go to, and starts what pulls them in the name of the space's worker.
 * What is there already is left.
 *
 * @returns the target
 * @throws ClusterError when the puller does not start
 */
export async function connectPuller(tutorial: Tutorial, space: string): Promise<Target> {
  const { cub, names, cluster } = tutorial;
  const worker = names.worker(space);
  const offered = async () => (await cub.targets.list(space)).find((target) => target.worker === worker);
  let target = await offered();
  if (!target) {
    const known = await cub.workers.list(space);
    if (!known.some(({ slug }) => slug === worker)) await cub.workers.create(space, worker);
    await cub.targets.create(space, worker, worker, cluster.context);
    target = await offered();
  }
  if (!target)
    throw new TutorialError(
      `the target ${worker} of space ${space} was made and is not there`,
      [],
      'try again',
    );
  await tutorial.workers.start(tutorial, space);
  return target;
}
