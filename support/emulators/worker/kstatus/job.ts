import type { KubeObject } from '../cluster/kube-object';
import { conditionsOf, numberIn, textIn } from './fields';
import { current, failed, inProgress, type Result } from './result';

/** A Job is current as soon as it has started, and failed when it has given up. */
export function job(object: KubeObject): Result {
  const completions = numberIn(object, 'spec', 'completions', numberIn(object, 'spec', 'parallelism', 1));
  const ended = (type: string) => conditionsOf(object).some((c) => c.type === type && c.status === 'True');
  const count = (field: string) => numberIn(object, 'status', field, 0);
  if (ended('Complete')) return current(`Job Completed. succeeded: ${count('succeeded')}/${completions}`);
  if (ended('Failed')) return failed(`Job Failed. failed: ${count('failed')}/${completions}`);
  if (!textIn(object, 'status', 'startTime')) return inProgress('Job not started');
  return current(`Job in progress. success:${count('succeeded')}, active: ${count('active')}`);
}
