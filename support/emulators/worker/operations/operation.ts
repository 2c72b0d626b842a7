import type { Cluster } from '../cluster/client';
import type { UnitOperation } from '../hub/messages';
import type { Report } from './report';
import type { Deadline } from './wait';

/** What an operation on a unit is carried out with. */
export interface OperationContext {
  operation: UnitOperation;
  cluster: Cluster;
  report: Report;
  /** how long to wait for the cluster, and what ends the waiting */
  deadline: Deadline;
  now: () => Date;
}

/** A time as the worker's messages have it: RFC 3339, in whole seconds. */
export function timestamp(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}
