import type { Fault } from '../../fault';
import { dryRunIsDropped } from './dry-run-is-dropped';
import { failureExitsWith0 } from './failure-exits-with-0';
import { listLosesARow } from './list-loses-a-row';
import { refusalsAreHidden } from './refusals-are-hidden';
import { revisionIsDropped } from './revision-is-dropped';
import { whereIsDropped } from './where-is-dropped';

/** What a cub can do wrong. */
export const cubFaults: readonly Fault[] = [
  failureExitsWith0,
  listLosesARow,
  dryRunIsDropped,
  whereIsDropped,
  revisionIsDropped,
  refusalsAreHidden,
];
