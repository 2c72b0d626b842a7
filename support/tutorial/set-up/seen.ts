import { inParallel } from '../../cub/in-parallel';
import type { Link } from '../../cub/links';
import type { Space } from '../../cub/spaces';
import { type HubView, lookAtHub } from '../hub';
import type { Tutorial } from '../tutorial';

/** What was there when a set-up began; what is missing here is created by it. */
export interface Seen {
  spaces: ReadonlySet<string>;
  hub: HubView;
  links: readonly Link[];
}

/** Looks once at everything that a set-up may find already made. */
export async function lookAround(tutorial: Tutorial, linkingSpaces: readonly string[]): Promise<Seen> {
  const { cub, names } = tutorial;
  const [spaces, hub] = await Promise.all([cub.spaces.list(names.ourSpaces), lookAtHub(tutorial)]);
  const there = new Set(spaces.map((space: Space) => space.slug));
  const known = linkingSpaces.filter((space) => there.has(space));
  const links = await inParallel(known.map((space) => () => cub.links.list(space)));
  return { spaces: there, hub, links: links.flat() };
}
