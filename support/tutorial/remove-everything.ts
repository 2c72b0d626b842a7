import { kinds } from '../cluster/kinds';
import type { Cub } from '../cub/cub';
import type { Unit } from '../cub/unit';
import { is } from '../cub/where';
import type { Names } from './names';
import type { Tutorial } from './tutorial';
import { bindingOf } from './workers-as-pods';

/**
 * Removes all our spaces, with everything in them, and all our namespaces. Links go before units, clones
 * before what they were cloned from. Nothing happens when nothing is there.
 */
export async function removeEverything(tutorial: Tutorial): Promise<void> {
  const { cub, names } = tutorial;
  const found = await cub.spaces.list(names.ourSpaces);
  const spaces = inOrderOfRemoval(
    names,
    found.map(({ slug }) => slug),
  );
  tutorial.narrate(spaces.length > 0 ? `Removing ${spaces.join(', ')}.` : 'There is nothing to remove.');
  const namespaces = spaces.flatMap((space) => [space, names.worker(space)]);
  for (const space of spaces) await removeSpace(tutorial, space);
  for (const name of namespaces) await tutorial.cluster.delete({ ...kinds.namespace, name });
  for (const space of spaces) await tutorial.cluster.delete(bindingOf(names.worker(space)));
}

async function removeLinks({ cub }: Tutorial, space: string): Promise<void> {
  const links = await cub.links.list(space);
  if (links.length > 0)
    await cub.links.delete(
      space,
      links.map(({ slug }) => slug),
    );
}

async function removeTriggers({ cub }: Tutorial, space: string): Promise<void> {
  const triggers = await cub.triggers.list(is('Space.Slug', space));
  if (triggers.length > 0)
    await cub.triggers.delete(
      space,
      triggers.map(({ slug }) => slug),
    );
}

async function removeSpace(tutorial: Tutorial, space: string): Promise<void> {
  const { cub, names, can } = tutorial;
  if (can.recursiveDelete) return cub.spaces.deleteWithAll(space);
  await removeLinks(tutorial, space);
  await removeTriggers(tutorial, space);
  const [units, changeSets, targets, workers] = await Promise.all([
    cub.units.list(is('Space.Slug', space)),
    cub.changeSets.list(space),
    cub.targets.list(space),
    cub.workers.list(space),
  ]);
  await removeUnits(
    cub,
    space,
    units.filter(({ upstream }) => upstream),
  );
  await removeUnits(
    cub,
    space,
    units.filter(({ upstream }) => !upstream),
  );
  for (const set of changeSets) await cub.changeSets.delete(space, set.slug);
  const tags = await cub.tags.list(space);
  if (tags.length > 0) await cub.tags.delete(space, tags);
  for (const target of targets) await cub.targets.delete(space, target.slug);
  for (const { slug } of workers.filter((worker) => worker.slug === names.worker(space))) {
    await cub.workers.delete(space, slug);
  }
  await cub.spaces.delete(space);
}

async function removeUnits(cub: Cub, space: string, units: readonly Unit[]): Promise<void> {
  if (units.length > 0)
    await cub.units.delete(
      space,
      units.map(({ slug }) => slug),
    );
}

/** Regions and environments first, then what they were cloned from, then what they link to. */
function inOrderOfRemoval(names: Names, spaces: readonly string[]): string[] {
  const last = [names.hello, names.base, names.infra];
  return [...spaces].sort((a, b) => last.indexOf(a) - last.indexOf(b) || a.localeCompare(b));
}
