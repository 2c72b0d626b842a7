import type { Connection } from './connection';
import { ClusterError, isNotFound, isOfTheApi, UnknownPath, wordsOf } from './error';

/** A question to a running service. */
export interface Question {
  namespace: string;
  service: string;
  /** With or without the leading slash. */
  path: string;
}

/**
 * Asks through the API server's service proxy, at the service's port `http`; the answer is JSON.
 *
 * @throws UnknownPath when the service itself answers 404; ClusterError when the proxy reaches nothing, or the answer is
 * no JSON
 */
export async function ask(connection: Connection, { namespace, service, path }: Question): Promise<unknown> {
  const question = `${service} in ${namespace}, asked for ${path},`;
  let answer: unknown;
  try {
    answer = await connection.core.connectGetNamespacedServiceProxyWithPath({
      name: `${service}:http`,
      namespace,
      path: path.replace(/^\//, ''),
    });
  } catch (error) {
    if (isNotFound(error) && !isOfTheApi(error)) throw new UnknownPath({ namespace, service, path });
    throw new ClusterError({
      happened: `${question} did not answer: ${wordsOf(error)}`,
      advice: 'check that its pods are ready',
    });
  }
  try {
    return typeof answer === 'string' ? JSON.parse(answer) : answer;
  } catch {
    throw new ClusterError({ happened: `${question} answered with no JSON`, lastSeen: String(answer) });
  }
}
