import { tokyoFeed, tokyoSettings } from '../change-sets/atomic-change';
import { updateAtomically } from '../change-sets/update-atomically';
import { TutorialError } from '../error';
import type { Tutorial } from '../tutorial';
import { validateRegions } from '../validate/regions';

/**
 * The heart of stage 6: both services get the Tokyo feed, as one. Where it has arrived already, nothing is
 * done.
 *
 * @throws TutorialError when a unit failed and everything went back, or a gate kept it from beginning
 */
export async function actAtomicUpdate(tutorial: Tutorial): Promise<void> {
  if ((await validateRegions(tutorial, tokyoSettings)).length === 0) {
    return tutorial.narrate('Both services have the Tokyo feed in every region already.');
  }
  const { arrived, begun, failures } = await updateAtomically(tutorial, tokyoFeed);
  if (arrived) return;
  const told = failures.map(({ unit, message }) => `${unit.space}/${unit.slug}: ${message}`);
  if (begun) {
    throw new TutorialError(
      'the change was taken back in every region, because a unit failed',
      told,
      'mend what the cluster complains about and run the stage again',
    );
  }
  throw new TutorialError(
    'the change is in ConfigHub, and its roll-out was not begun: units are held back',
    told,
    'have it approved with `npm run deploy -- 8`, which rolls it out as well',
  );
}
