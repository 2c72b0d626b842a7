import type { Fault } from '../../fault';
import { diesInMidApply } from './dies-in-mid-apply';
import { eventIsLost } from './event-is-lost';
import { failureAsSuccess } from './failure-as-success';
import { oldReleaseGoesOn } from './old-release-goes-on';
import { olderEventAgain } from './older-event-again';
import { oldestDataAgain } from './oldest-data-again';
import { onlyFirstResource } from './only-first-resource';
import { releaseLeavesAUnitOut } from './release-leaves-a-unit-out';
import { successBeforeReady } from './success-before-ready';
import { successWithoutApplying } from './success-without-applying';

/** What a worker can do wrong, or what pulls releases in its place. */
export const workerFaults: readonly Fault[] = [
  successWithoutApplying,
  onlyFirstResource,
  failureAsSuccess,
  eventIsLost,
  diesInMidApply,
  oldestDataAgain,
  olderEventAgain,
  successBeforeReady,
  oldReleaseGoesOn,
  releaseLeavesAUnitOut,
];
