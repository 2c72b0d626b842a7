import { sortedObjects } from '../registry/registry';
import { resourceId } from '../resources/definition';
import type { Exchange } from '../server/exchange';
import { badRequest, expired } from '../status/refusals';
import type { KubeObject } from '../store/kube-object';
import { keyOf } from '../store/storage';
import type { ApiContext } from './context';
import { integerParameter } from './options';
import { type ListMeta, presentList, presentObject } from './present';
import { selectionOf } from './selection';
import type { Target } from './target';
import { tooLargeVersion, tooOld, versionParameter } from './versions';

/** Answers with one object. */
export function getObject(context: ApiContext, exchange: Exchange, target: Target, name: string): void {
  const object = context.registry.require(target.definition, name, target.namespace);
  exchange.send(200, presentObject(exchange, target.definition, object, context.now()));
}

interface Continuation {
  v: number;
  start: string;
}

/** Answers with a list: selected, at a version, page by page. */
export function listObjects(context: ApiContext, exchange: Exchange, target: Target): void {
  const { definition, namespace } = target;
  const { query } = exchange;
  const fits = selectionOf(definition, namespace, query);
  const token = continuation(query.get('continue'));
  const version = token?.v ?? listVersion(context, query);
  const found = context.registry.storage.at(resourceId(definition), version);
  if (!found) throw token ? expiredToken() : tooOld(version, context.registry.storage.version);
  let objects = sortedObjects(found).filter(fits);
  if (token) objects = objects.filter((object) => objectKey(object) > token.start);
  const limit = integerParameter(query.get('limit'), 'limit') ?? 0;
  const metadata: ListMeta = { resourceVersion: String(version) };
  const last = limit > 0 && objects.length > limit ? objects[limit - 1] : undefined;
  if (last) {
    const next: Continuation = { v: version, start: objectKey(last) };
    metadata.continue = Buffer.from(JSON.stringify(next)).toString('base64url');
    if (!query.get('labelSelector') && !query.get('fieldSelector')) {
      metadata.remainingItemCount = objects.length - limit;
    }
    objects = objects.slice(0, limit);
  }
  exchange.send(200, presentList(exchange, definition, objects, metadata, context.now()));
}

const objectKey = ({ metadata }: KubeObject): string => keyOf(metadata.name, metadata.namespace);

function listVersion(context: ApiContext, query: URLSearchParams): number {
  const current = context.registry.storage.version;
  const version = versionParameter(query);
  const match = query.get('resourceVersionMatch');
  if (match && !['Exact', 'NotOlderThan'].includes(match)) {
    throw badRequest(
      `resourceVersionMatch: Unsupported value: ${JSON.stringify(match)}: supported values: "Exact", "NotOlderThan"`,
    );
  }
  if (version === undefined) return current;
  if (version > current) throw tooLargeVersion(version, current);
  return match === 'Exact' ? version : current;
}

function continuation(token: string | null): Continuation | undefined {
  if (!token) return undefined;
  try {
    const read = JSON.parse(Buffer.from(token, 'base64url').toString()) as Continuation;
    if (Number.isSafeInteger(read.v) && typeof read.start === 'string') return read;
  } catch {
    throw badRequest(
      `invalid continue token: continue key is not valid: ${JSON.stringify(token)} was not given by this server`,
    );
  }
  throw badRequest(
    `invalid continue token: continue key is not valid: ${JSON.stringify(token)} has no version or no start key`,
  );
}

const expiredToken = () =>
  expired(
    'The provided continue parameter is too old to display a consistent list result. You can start a new list without the continue parameter.',
  );
