import type { Fault } from '../../fault';
import { answersOldConfiguration } from './answers-old-configuration';
import { oneReplicaShort } from './one-replica-short';
import { ownerIsForgotten } from './owner-is-forgotten';
import { readsAreStale } from './reads-are-stale';
import { scalingIsIgnored } from './scaling-is-ignored';
import { strangerGoesAsWell } from './stranger-goes-as-well';
import { watchLosesEvents } from './watch-loses-events';

/** What a cluster can do wrong. */
export const clusterFaults: readonly Fault[] = [
  ownerIsForgotten,
  readsAreStale,
  scalingIsIgnored,
  oneReplicaShort,
  strangerGoesAsWell,
  answersOldConfiguration,
  watchLosesEvents,
];
