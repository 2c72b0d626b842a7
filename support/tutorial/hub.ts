import type { Unit } from '../cub/unit';
import { TutorialError } from './error';
import type { Tutorial } from './tutorial';

/** All our units at one moment. */
export class HubView {
  constructor(readonly units: readonly Unit[]) {}

  find(space: string, slug: string): Unit | undefined {
    return this.units.find((unit) => unit.space === space && unit.slug === slug);
  }

  /** @throws TutorialError when there is no such unit */
  unit(space: string, slug: string): Unit {
    const found = this.find(space, slug);
    if (!found) {
      throw new TutorialError(`there is no unit ${slug} in space ${space}`, [], 'set the stage up first');
    }
    return found;
  }
}

/** Looks at all our units, over all our spaces: one command. */
export async function lookAtHub(tutorial: Tutorial): Promise<HubView> {
  return new HubView(await tutorial.cub.units.list(tutorial.names.ours));
}
