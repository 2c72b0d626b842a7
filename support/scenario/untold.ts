import { equal } from 'node:assert/strict';
import type { Cluster } from '../cluster/cluster';
import { UnknownPath } from '../cluster/error';

/**
 * Why a scenario that asks running services for their settings cannot go on, once one had nothing to tell: the public
 * images of TraderX do not. They are asked for their health instead.
 *
 * @param error what came of asking
 * @param alwaysTold whether the services here are known to tell, so that silence is a failure
 * @throws the error, when it is about something else; AssertionError when the service is not well
 */
export async function untold(
  error: unknown,
  cluster: Pick<Cluster, 'ask'>,
  alwaysTold: boolean,
): Promise<string> {
  if (!(error instanceof UnknownPath) || alwaysTold) throw error;
  const { namespace, service, path } = error.question;
  const { status } = (await cluster.ask(namespace, service, '/actuator/health')) as { status?: string };
  equal(status, 'UP', `health of ${service} in ${namespace}`);
  return `${service} does not tell its settings at ${path}, as the public images; it says that it is ${status}`;
}
