import type { ChangeSet } from '../../cub/change-sets';
import { inParallel } from '../../cub/in-parallel';
import { TutorialError } from '../error';
import { lookAtHub } from '../hub';
import { REGIONS } from '../regions';
import { SERVICES } from '../services';
import type { Tutorial } from '../tutorial';
import type { AtomicChange } from './atomic-change';
import type { Way } from './way';

const ENDED = '; ended';

/**
 * Where change sets lock nothing: the revision that each unit had is written into the change set's
 * description, so that another run can take the change back when this one is broken off.
 */
export const rememberingWay: Way = {
  async open(tutorial, change) {
    const { cub, names } = tutorial;
    const hub = await lookAtHub(tutorial);
    const before = REGIONS.flatMap((region) =>
      SERVICES.map((service) => {
        const unit = hub.unit(names.place(region), service);
        return `${unit.space}/${unit.slug}@${unit.head}`;
      }),
    );
    if (await find(tutorial, change)) await cub.changeSets.delete(names.base, change.name);
    await cub.changeSets.create(names.base, change.name, `${change.why}; before: ${before.join(' ')}`);
  },

  nameFor: () => undefined,

  async close() {},

  revision: () => undefined,

  async takeBack(tutorial, change, why) {
    const { cub } = tutorial;
    const restores = (await remembered(tutorial, change)).map(
      ({ space, slug, revision }) =>
        () =>
          cub.units.restore(space, slug, revision, why),
    );
    await inParallel(restores);
  },

  async finish(tutorial, change) {
    const { cub, names } = tutorial;
    const set = await find(tutorial, change);
    if (set && !set.description.endsWith(ENDED)) {
      await cub.changeSets.describe(names.base, change.name, `${set.description}${ENDED}`);
    }
  },

  async leftOpen(tutorial, change) {
    const set = await find(tutorial, change);
    return set !== undefined && !set.description.endsWith(ENDED);
  },
};

async function find({ cub, names }: Tutorial, change: AtomicChange): Promise<ChangeSet | undefined> {
  return (await cub.changeSets.list(names.base)).find(({ slug }) => slug === change.name);
}

async function remembered(
  tutorial: Tutorial,
  change: AtomicChange,
): Promise<Array<{ space: string; slug: string; revision: string }>> {
  const set = await find(tutorial, change);
  const found = [...(set?.description ?? '').matchAll(/(\S+)\/(\S+)@(\d+)/g)];
  if (found.length === 0) {
    throw new TutorialError(
      `the change set ${change.name} remembers no revisions`,
      [],
      'restore the units by hand',
    );
  }
  return found.map(([, space = '', slug = '', revision = '']) => ({ space, slug, revision }));
}
