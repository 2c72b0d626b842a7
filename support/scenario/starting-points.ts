import { deployPlaces } from '../tutorial/deploy/stages';
import { approveWaiting } from '../tutorial/rails/approve';
import { putUpRails } from '../tutorial/rails/put-up';
import { setUpRegionsAndRehearsals } from '../tutorial/set-up/rehearsals';
import { stage } from '../tutorial/stages';
import type { Tutorial } from '../tutorial/tutorial';

/** How each starting point of a scenario is reached, from the one before it. */
export interface StartingPoint {
  from: string;
  /** Nothing of it is in the cluster. */
  inHub?: true;
  reach(tutorial: Tutorial): Promise<unknown>;
}

/** The starting point where nothing of ours exists. */
export const NOTHING = 'empty';

export const startingPoints: Record<string, StartingPoint> = {
  'stage-1-set-up': { from: NOTHING, inHub: true, reach: (tutorial) => stage(1).setUp(tutorial) },
  'stage-1-running': { from: 'stage-1-set-up', reach: (tutorial) => stage(1).deploy(tutorial) },
  'stage-2-set-up': { from: 'stage-1-set-up', inHub: true, reach: (tutorial) => stage(2).setUp(tutorial) },
  'stage-2-running': { from: 'stage-2-set-up', reach: (tutorial) => stage(2).deploy(tutorial) },
  'stage-3-set-up': { from: NOTHING, inHub: true, reach: (tutorial) => stage(3).setUp(tutorial) },
  'stage-3-running': { from: 'stage-3-set-up', reach: (tutorial) => stage(3).deploy(tutorial) },
  'stage-4-acted': { from: 'stage-3-running', reach: (tutorial) => heartOf(tutorial, 4) },
  'stage-5-acted': { from: 'stage-3-running', reach: (tutorial) => heartOf(tutorial, 5) },
  'stage-6-acted': { from: 'stage-3-running', reach: (tutorial) => heartOf(tutorial, 6) },
  'stage-7-acted': { from: 'rehearsals-running', reach: (tutorial) => heartOf(tutorial, 7) },
  'stage-8-acted': { from: 'rails-up', reach: (tutorial) => heartOf(tutorial, 8) },
  'rails-up': {
    from: 'stage-3-running',
    async reach(tutorial) {
      await putUpRails(tutorial);
      await approveWaiting(tutorial);
    },
  },
  'rehearsals-running': {
    from: 'stage-3-running',
    async reach(tutorial) {
      await setUpRegionsAndRehearsals(tutorial);
      await deployPlaces(tutorial, ['dev', 'staging']);
    },
  },
};

/** What a stage is about, where it is set up and deployed already. */
async function heartOf(tutorial: Tutorial, number: number): Promise<void> {
  await stage(number).act?.(tutorial);
}
