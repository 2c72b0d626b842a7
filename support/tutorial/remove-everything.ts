import { kinds } from '../cluster/connection';
import { inParallel } from '../cub/in-parallel';
import type { Names } from './names';
import type { Tutorial } from './tutorial';

/**
 * Removes all our spaces, with everything in them, and all our namespaces. Links go before units, clones
 * before what they were cloned from. Nothing happens when nothing is there.
 */
export async function removeEverything(tutorial: Tutorial): Promise<void> {
  const { cub, names } = tutorial;
  const found = await cub.spaces.list(`Slug LIKE '${names.full('traderx')}%'`);
  const spaces = inOrderOfRemoval(
    names,
    found.map(({ slug }) => slug),
  );
  tutorial.narrate(spaces.length > 0 ? `Removing ${spaces.join(', ')}.` : 'There is nothing to remove.');
  const namespaces = spaces.flatMap((space) => [space, names.worker(space)]);
  await inParallel(spaces.map((space) => () => removeLinks(tutorial, space)));
  for (const space of spaces) await removeSpace(tutorial, space);
  for (const name of namespaces) await tutorial.cluster.delete({ ...kinds.namespace, name });
}

async function removeLinks({ cub }: Tutorial, space: string): Promise<void> {
  for (const link of await cub.links.list(space)) await cub.links.delete(space, link.slug);
}

async function removeSpace({ cub, names }: Tutorial, space: string): Promise<void> {
  const mine = await cub.units.list(`Space.Slug = '${space}'`);
  const changeSets = await cub.changeSets.list(space);
  await inParallel(mine.map((unit) => () => cub.units.delete(space, unit.slug)));
  await inParallel(changeSets.map((set) => () => cub.changeSets.delete(space, set.slug)));
  for (const target of await cub.targets.list(space)) await cub.targets.delete(space, target.slug);
  for (const worker of await cub.workers.list(space)) {
    if (worker.slug === names.worker(space)) await cub.workers.delete(space, worker.slug);
  }
  await cub.spaces.delete(space);
}

/** Regions and environments first, then what they were cloned from, then what they link to. */
function inOrderOfRemoval(names: Names, spaces: readonly string[]): string[] {
  const last = [names.hello, names.base, names.infra];
  return [...spaces].sort((a, b) => last.indexOf(a) - last.indexOf(b) || a.localeCompare(b));
}
