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

/** A unit at two looks; one of them is lacking when it came or went in between. */
export interface UnitChange {
  before?: Unit;
  after?: Unit;
}

/**
 * What was last seen of the hub. It holds until a command runs that may change something. From a baseline on, each look
 * tells which config data is not what it was at the look before.
 */
export class HubMemory {
  private view: Promise<HubView> | undefined;
  private baseline: ReadonlyMap<string, Unit> | undefined;
  private silent = false;

  /** @param changed told of each unit whose config data differs between two looks */
  constructor(private readonly changed: (change: UnitChange) => void = () => undefined) {}

  /** What is remembered, else what a look shows now. */
  remember(look: () => Promise<HubView>): Promise<HubView> {
    if (this.view) return this.view;
    const view = look().then((seen) => {
      if (this.baseline && !this.silent) this.compareWith(seen);
      return seen;
    });
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

  /** Compares with this view from now on. */
  beginWith(view: HubView): void {
    this.baseline = byId(view);
  }

  /** Tells what is not as it was at the last look; nothing before there is a baseline. */
  compareWith(view: HubView): void {
    const before = this.baseline ?? byId(view);
    const after = byId(view);
    this.baseline = after;
    const ids = [...new Set([...before.keys(), ...after.keys()])];
    const changes = ids.flatMap((id) => changeOf(before.get(id), after.get(id)) ?? []);
    for (const change of changes.sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1))) this.changed(change);
  }

  /** Does what is not told, whatever is seen meanwhile. */
  async silently<T>(deed: () => Promise<T>): Promise<T> {
    this.silent = true;
    try {
      return await deed();
    } finally {
      this.silent = false;
    }
  }
}

function byId({ units }: HubView): Map<string, Unit> {
  return new Map(units.map((unit) => [unit.id, unit]));
}

function changeOf(before: Unit | undefined, after: Unit | undefined): UnitChange | undefined {
  if (before?.data === after?.data) return undefined;
  return { ...(before && { before }), ...(after && { after }) };
}

function placeOf({ before, after }: UnitChange): string {
  const unit = after ?? before;
  return `${unit?.space}/${unit?.slug}`;
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
