import { definitionOf } from '../resources/lookup';
import { DecodeError, decode } from '../schema/decode';
import type { Exchange } from '../server/exchange';
import { badRequest, methodNotAllowed } from '../status/refusals';
import type { ApiContext } from './context';
import type { Target } from './target';
import { readDocument } from './write';

const HOUR = 3600;

/** POST to `/token` of a service account: a bearer token that expires, as `kubectl create token` asks for. */
export async function issueToken(
  context: ApiContext,
  exchange: Exchange,
  target: Target,
  name: string,
): Promise<void> {
  if (exchange.method !== 'POST') throw methodNotAllowed();
  const { namespace = '' } = target;
  context.registry.require(definitionOf('serviceaccounts'), name, namespace);
  const spec = readSpec(await readDocument(exchange));
  const seconds = spec.expirationSeconds ?? HOUR;
  if (seconds < 600)
    throw badRequest('spec.expirationSeconds: may not specify a duration less than 10 minutes');
  const expires = new Date(context.now().getTime() + seconds * 1000);
  exchange.send(201, {
    kind: 'TokenRequest',
    apiVersion: 'authentication.k8s.io/v1',
    metadata: { name, namespace },
    spec: { ...spec, expirationSeconds: seconds },
    status: {
      token: context.tokens.issue(namespace, name, seconds),
      expirationTimestamp: `${expires.toISOString().slice(0, 19)}Z`,
    },
  });
}

function readSpec(body: Parameters<typeof decode>[0]): { audiences?: string[]; expirationSeconds?: number } {
  try {
    const { spec } = decode(body, '#authentication.v1.TokenRequest').value;
    return (spec ?? {}) as { audiences?: string[]; expirationSeconds?: number };
  } catch (error) {
    if (error instanceof DecodeError) throw badRequest(`TokenRequest: ${error.message}`);
    throw error;
  }
}
