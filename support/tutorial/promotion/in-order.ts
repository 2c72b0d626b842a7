import { deployServices } from '../deploy/stages';
import { PROMOTION_ORDER } from '../regions';
import type { Tutorial } from '../tutorial';
import { type Fix, fixAt } from './fix';
import { promote } from './promote';

/**
 * The normal way of a change: tried in dev, then place by place, each deployed before the next is touched.
 *
 * @throws TutorialError at the first place where it does not come up; places after it are untouched
 */
export async function promoteInOrder(tutorial: Tutorial, fix: Fix): Promise<void> {
  for (const [index, place] of PROMOTION_ORDER.entries()) {
    const before = PROMOTION_ORDER[index - 1];
    if (before === undefined) await fixAt(tutorial, fix, place);
    else await promote(tutorial, fix, before, place);
    await deployServices(tutorial, [place], [fix.service]);
  }
}
