import { actPushUpgrade } from './acts/stage-4';
import { actFindAndFix } from './acts/stage-5';
import { actAtomicUpdate } from './acts/stage-6';
import { actEmergencyBypass } from './acts/stage-7';
import { actGuardRails } from './acts/stage-8';
import { tokyoFeed } from './change-sets/atomic-change';
import { recover } from './change-sets/recover';
import { deployHello, deployPlaces, deployProduction } from './deploy/stages';
import { deployGuarded } from './rails/deploy-guarded';
import { putUpRails } from './rails/put-up';
import { takeRailsDown } from './rails/take-down';
import { PROMOTION_ORDER } from './regions';
import { setUpRegions } from './set-up/regions';
import { setUpRegionsAndRehearsals } from './set-up/rehearsals';
import { setUpHello } from './set-up/stage-1';
import { setUpEnvironments } from './set-up/stage-2';
import type { Tutorial } from './tutorial';
import type { Finding } from './validate/finding';
import { validateAtomicUpdate, validateEmergencyBypass, validatePushUpgrade } from './validate/later-stages';
import { validateRegions } from './validate/regions';
import { validateHello } from './validate/stage-1';
import { validateEnvironments } from './validate/stage-2';
import { validateGuardRails } from './validate/stage-8';

/** A stage of the tutorial, as quick start option 2 takes it. */
export interface Stage {
  number: number;
  title: string;
  /** Makes its spaces, units, links and targets. */
  setUp(tutorial: Tutorial): Promise<unknown>;
  /** Brings them to the cluster. */
  deploy(tutorial: Tutorial): Promise<void>;
  /** What the stage is about, where that is more than setting up and deploying. */
  act?(tutorial: Tutorial): Promise<void>;
  /** Tells what is not as it should be. */
  validate(tutorial: Tutorial): Promise<Finding[]>;
}

/** The seven stages of the tutorial, and the bonus that follows them. */
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
    setUp: withoutRails(setUpRegions),
    deploy: (tutorial) => deployPlaces(tutorial),
    validate: (tutorial) => validateRegions(tutorial),
  },
  {
    number: 4,
    title: 'Push-upgrade',
    setUp: withoutRails(setUpRegions),
    deploy: (tutorial) => deployPlaces(tutorial),
    act: actPushUpgrade,
    validate: validatePushUpgrade,
  },
  {
    number: 5,
    title: 'Find and fix',
    setUp: withoutRails(setUpRegions),
    deploy: (tutorial) => deployPlaces(tutorial),
    act: actFindAndFix,
    validate: (tutorial) => validateRegions(tutorial),
  },
  {
    number: 6,
    title: 'Atomic updates',
    setUp: withoutRails(async (tutorial) => {
      await setUpRegions(tutorial);
      await recover(tutorial, tokyoFeed);
    }),
    deploy: (tutorial) => deployPlaces(tutorial),
    act: actAtomicUpdate,
    validate: validateAtomicUpdate,
  },
  {
    number: 7,
    title: 'Emergency bypass',
    setUp: withoutRails(setUpRegionsAndRehearsals),
    deploy: (tutorial) => deployPlaces(tutorial, PROMOTION_ORDER),
    act: actEmergencyBypass,
    validate: validateEmergencyBypass,
  },
  {
    number: 8,
    title: 'Guard rails',
    async setUp(tutorial) {
      await setUpRegions(tutorial);
      await putUpRails(tutorial);
    },
    deploy: deployGuarded,
    act: actGuardRails,
    validate: validateGuardRails,
  },
];

/** Acts a whole stage out: set up, deployed, and what it is about. Done twice it changes nothing. */
export async function actOut(tutorial: Tutorial, number: number): Promise<void> {
  const { setUp, deploy, act } = stage(number);
  await setUp(tutorial);
  await deploy(tutorial);
  await act?.(tutorial);
}

/** @throws RangeError for a number that no stage has */
export function stage(number: number): Stage {
  const found = STAGES.find((candidate) => candidate.number === number);
  if (!found) throw new RangeError(`there is no stage ${number}; there are 1 to ${STAGES.length}`);
  return found;
}

/** Sets up as if stage 8 had never been: its rails would hold the stages before it back. */
function withoutRails(setUp: Stage['setUp']): Stage['setUp'] {
  return async (tutorial) => {
    await takeRailsDown(tutorial);
    return setUp(tutorial);
  };
}
