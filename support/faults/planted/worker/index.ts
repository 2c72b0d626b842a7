import type { Fault } from '../../fault';
import { diesInMidApply } from './dies-in-mid-apply';
import { eventIsLost } from './event-is-lost';
import { failureAsSuccess } from './failure-as-success';
import { olderEventAgain } from './older-event-again';
import { oldestDataAgain } from './oldest-data-again';
import { onlyFirstResource } from './only-first-resource';
import { successBeforeReady } from './success-before-ready';
import { successWithoutApplying } from './success-without-applying';

/** What a worker can do wrong. */
export const workerFaults: readonly Fault[] = [
  successWithoutApplying,
  onlyFirstResource,
  failureAsSuccess,
  eventIsLost,
  diesInMidApply,
  oldestDataAgain,
  olderEventAgain,
  successBeforeReady,
];
