import type { LogRequest } from '../pods/logs/model';
import type { Exchange } from '../server/exchange';
import { methodNotAllowed } from '../status/refusals';
import type { ApiContext } from './context';
import { booleanParameter, integerParameter } from './options';
import type { Target } from './target';

/** GET of `/log`: what a container wrote, and goes on writing. */
export function sendLog(context: ApiContext, exchange: Exchange, target: Target, name: string): void {
  if (exchange.method !== 'GET') throw methodNotAllowed();
  const { response } = exchange;
  const stream = context.pods.log(logRequest(exchange.query, target.namespace ?? '', name));
  response.writeHead(200, { 'Content-Type': 'text/plain' });
  response.write(stream.text);
  if (!stream.follow) {
    response.end();
    return;
  }
  context.streams.add(response);
  const unfollow = stream.follow(
    (text) => response.write(text),
    () => response.end(),
  );
  response.on('close', () => {
    unfollow();
    context.streams.delete(response);
  });
}

function logRequest(query: URLSearchParams, namespace: string, pod: string): LogRequest {
  const numbers = {
    tailLines: integerParameter(query.get('tailLines'), 'tailLines'),
    sinceSeconds: integerParameter(query.get('sinceSeconds'), 'sinceSeconds'),
    limitBytes: integerParameter(query.get('limitBytes'), 'limitBytes'),
  };
  const yes = (name: string): boolean => query.has(name) && booleanParameter(query.get(name) || 'true', name);
  const container = query.get('container');
  return {
    namespace,
    pod,
    ...(container ? { container } : {}),
    ...Object.fromEntries(Object.entries(numbers).filter(([, value]) => value !== undefined)),
    timestamps: yes('timestamps'),
    previous: yes('previous'),
    follow: yes('follow'),
  };
}

/** Any method on `/proxy`: carried to the pod or service. */
export async function sendThroughProxy(
  context: ApiContext,
  exchange: Exchange,
  target: Target,
  name: string,
): Promise<void> {
  const answer = await context.pods.proxy({
    kind: target.definition.plural === 'pods' ? 'pods' : 'services',
    namespace: target.namespace ?? '',
    target: name,
    method: exchange.method,
    path: target.rest || '/',
    query: exchange.rawQuery,
  });
  exchange.response.writeHead(answer.status, answer.headers);
  exchange.response.end(answer.body);
}
