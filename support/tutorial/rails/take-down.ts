import { inParallel } from '../../cub/in-parallel';
import type { Tutorial } from '../tutorial';
import { railsThere } from './put-up';
import { RAILS } from './rails';

/** Takes down the rails that stage 8 has left: the stages before it apply without asking anybody. */
export async function takeRailsDown(tutorial: Tutorial): Promise<void> {
  const { cub } = tutorial;
  const left = (await railsThere(tutorial)).filter(({ slug }) => RAILS.some(({ name }) => name === slug));
  if (left.length === 0) return;
  tutorial.narrate('The guard rails of stage 8 are taken down: this stage comes before them.');
  const spaces = [...new Set(left.map(({ space }) => space))];
  const slugsIn = (space: string) => left.filter((one) => one.space === space).map(({ slug }) => slug);
  await inParallel(spaces.map((space) => () => cub.triggers.delete(space, slugsIn(space))));
}
