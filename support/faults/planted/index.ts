import type { Fault } from '../fault';
import { clusterFaults } from './cluster';
import { cubFaults } from './cub';
import { hubFaults } from './hub';
import { workerFaults } from './worker';

/** All faults, stage by stage. */
export const faults: readonly Fault[] = [...hubFaults, ...workerFaults, ...clusterFaults, ...cubFaults].sort(
  (a, b) => a.stage - b.stage,
);
