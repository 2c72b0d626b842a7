import { deployHello, deployPlaces, deployProduction } from './deploy/stages';
import { setUpRegions } from './set-up/regions';
import { setUpHello } from './set-up/stage-1';
import { setUpEnvironments } from './set-up/stage-2';
import type { Tutorial } from './tutorial';
import type { Finding } from './validate/finding';
import { validateRegions } from './validate/regions';
import { validateHello } from './validate/stage-1';
import { validateEnvironments } from './validate/stage-2';

/** A stage of the tutorial, as quick start option 2 takes it. */
export interface Stage {
  number: number;
  title: string;
  /** Makes its spaces, units, links and targets. */
  setUp(tutorial: Tutorial): Promise<unknown>;
  /** Brings them to the cluster. */
  deploy(tutorial: Tutorial): Promise<void>;
  /** Tells what is not as it should be. */
  validate(tutorial: Tutorial): Promise<Finding[]>;
}

export const STAGES: readonly Stage[] = [
  {
    number: 1,
    title: 'Hello TraderX',
    setUp: setUpHello,
    deploy: deployHello,
    validate: validateHello,
  },
  {
    number: 2,
    title: 'Three environments',
    setUp: setUpEnvironments,
    deploy: deployProduction,
    validate: validateEnvironments,
  },
  {
    number: 3,
    title: 'Three regions',
    setUp: setUpRegions,
    deploy: deployPlaces,
    validate: validateRegions,
  },
];

/** @throws RangeError for a number that no stage has */
export function stage(number: number): Stage {
  const found = STAGES.find((candidate) => candidate.number === number);
  if (!found) throw new RangeError(`there is no stage ${number}; there are 1 to ${STAGES.length}`);
  return found;
}
