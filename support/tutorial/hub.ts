import type { CommandRecord } from '../cub/transcript';
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

/** What was last seen of the hub. It holds until a command runs that may change something. */
export class HubMemory {
  private view: Promise<HubView> | undefined;

  /** What is remembered, else what a look shows now. */
  remember(look: () => Promise<HubView>): Promise<HubView> {
    if (this.view) return this.view;
    const view = look();
    this.view = view;
    view.catch(() => this.forget());
    return view;
  }

  forget(): void {
    this.view = undefined;
  }

  /** To be told of each command that has run. */
  witness({ args }: CommandRecord): void {
    if (args[1] !== 'list') this.forget();
  }
}

/** All our units, over all our spaces: one command, or none when nothing can have changed since the last look. */
export function lookAtHub({ cub, names, memory }: Tutorial): Promise<HubView> {
  return memory.remember(async () => new HubView(await cub.units.list(names.ours)));
}

/** As `lookAtHub`, for what a worker changes by itself. */
export function lookAtHubAnew(tutorial: Tutorial): Promise<HubView> {
  tutorial.memory.forget();
  return lookAtHub(tutorial);
}
