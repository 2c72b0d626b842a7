import { sortedObjects } from '../registry/registry';
import { apiVersionOf, resourceId } from '../resources/definition';
import type { Exchange } from '../server/exchange';
import type { VersionedEvent } from '../store/history';
import type { KubeObject } from '../store/kube-object';
import { watchEncoder } from '../tables/watch-encoder';
import type { ApiContext } from './context';
import { booleanParameter, integerParameter } from './options';
import { selectionOf } from './selection';
import type { Target } from './target';
import { tooOld, versionParameter } from './versions';

const BOOKMARK_EVERY = 60_000;

type WatchType = 'ADDED' | 'MODIFIED' | 'DELETED';

/**
 * Streams changes as lines of JSON: from a version on, or all that is there first. A version whose changes are no
 * longer known ends in one ERROR event with a 410, as the API server does it.
 */
export function watchObjects(context: ApiContext, exchange: Exchange, target: Target): void {
  const { definition, namespace } = target;
  const { query, response } = exchange;
  const { storage } = context.registry;
  const resource = resourceId(definition);
  const fits = selectionOf(definition, namespace, query);
  const timeout = integerParameter(query.get('timeoutSeconds'), 'timeoutSeconds');
  const bookmarks = booleanParameter(query.get('allowWatchBookmarks') ?? '', 'allowWatchBookmarks');
  const initial = booleanParameter(query.get('sendInitialEvents') ?? '', 'sendInitialEvents');
  const version = versionParameter(query);
  const encode = watchEncoder(exchange, definition, context.now);
  const write = (type: string, object: unknown): void => {
    response.write(`${JSON.stringify({ type, object })}\n`);
  };
  const past = version === undefined || initial ? [] : storage.since(version);

  response.writeHead(200, { 'Content-Type': 'application/json', 'Cache-Control': 'no-cache, private' });
  response.flushHeaders();
  if (!past) {
    write('ERROR', tooOld(version ?? 0, storage.version).toStatus());
    response.end();
    return;
  }
  const send = (event: VersionedEvent): void => {
    if (event.resource !== resource || event.version <= (version ?? 0)) return;
    const seen = seenAs(event, fits);
    if (seen) write(seen, encode(event.object));
  };
  if (version === undefined || initial) {
    for (const object of sortedObjects(storage.all(resource)).filter(fits)) write('ADDED', encode(object));
  }
  for (const event of past) send(event);

  const bookmark = (annotations?: Record<string, string>): void => {
    const metadata = { resourceVersion: String(storage.version), ...(annotations ? { annotations } : {}) };
    write('BOOKMARK', { kind: definition.kind, apiVersion: apiVersionOf(definition), metadata });
  };
  if (initial && bookmarks) bookmark({ 'k8s.io/initial-events-end': 'true' });
  const unsubscribe = storage.subscribe(send);
  const ticking = bookmarks ? setInterval(() => bookmark(), BOOKMARK_EVERY) : undefined;
  const ending = timeout && timeout > 0 ? setTimeout(() => response.end(), timeout * 1000) : undefined;
  context.streams.add(response);
  response.on('close', () => {
    unsubscribe();
    clearInterval(ticking);
    clearTimeout(ending);
    context.streams.delete(response);
  });
}

/** How a change looks to someone who watches a selection: an object may come into it or leave it. */
function seenAs(event: VersionedEvent, fits: (object: KubeObject) => boolean): WatchType | undefined {
  const before = event.previous !== undefined && fits(event.previous);
  const after = event.type !== 'DELETED' && fits(event.object);
  if (before) return after ? 'MODIFIED' : 'DELETED';
  return after ? 'ADDED' : undefined;
}
