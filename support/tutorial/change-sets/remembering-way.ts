import type { ChangeSet } from '../../cub/change-sets';
import { inParallel } from '../../cub/in-parallel';
import { TutorialError } from '../error';
import { lookAtHub } from '../hub';
import { REGIONS } from '../regions';
import { SERVICES } from '../services';
import type { Tutorial } from '../tutorial';
import type { AtomicChange } from './atomic-change';
import type { Way } from './way';

/**
 * Where change sets lock nothing: the revision that each unit had is written into the change set's
 * description, so that another run can take the change back when this one is broken off. When the change
 * has ended, the change set is deleted.
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

  async leftOpen(tutorial, change) {
    return (await find(tutorial, change)) !== undefined;
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
