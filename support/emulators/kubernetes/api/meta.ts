import {
  aggregatedDiscovery,
  apiGroup,
  apiGroupList,
  apiResourceList,
  apiVersions,
} from '../discovery/documents';
import { groupOf, namedGroups } from '../discovery/groups';
import { versionDocument } from '../discovery/version';
import { openApiDocument, openApiIndex, swaggerDocument } from '../openapi/documents';
import type { Exchange } from '../server/exchange';
import { methodNotAllowed, noSuchPath } from '../status/refusals';

const AGGREGATED = 'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList';
const HEALTH = ['healthz', 'livez', 'readyz'];

/**
 * Answers what is asked about the server itself: version, health, discovery, the API description. False when the
 * path is none of these.
 */
export function answerMeta(exchange: Exchange, segments: string[], address: string): boolean {
  const [first = '', second, third, ...more] = segments;
  const isDiscovery = (first === 'api' && segments.length <= 2) || (first === 'apis' && segments.length <= 3);
  const known =
    first === '' || first === 'version' || first === 'openapi' || HEALTH.includes(first) || isDiscovery;
  if (!known) return false;
  if (exchange.method !== 'GET') throw methodNotAllowed();
  if (first === 'openapi') sendOpenApi(exchange, segments.slice(1));
  else if (HEALTH.includes(first)) sendHealth(exchange, first);
  else if (first === 'version' && segments.length === 1) exchange.send(200, versionDocument());
  else if (first === '' && segments.length <= 1)
    exchange.send(200, {
      paths: ['/api', '/apis', '/healthz', '/livez', '/openapi/v2', '/openapi/v3', '/readyz', '/version'],
    });
  else if (isDiscovery && more.length === 0) sendDiscovery(exchange, first, second, third, address);
  else throw noSuchPath();
  return true;
}

function sendHealth(exchange: Exchange, name: string): void {
  const verbose = exchange.query.has('verbose') ? `[+]ping ok\n[+]log ok\n${name} check passed\n` : 'ok';
  exchange.sendText(200, verbose, 'text/plain; charset=utf-8');
}

function sendOpenApi(exchange: Exchange, [version, ...root]: string[]): void {
  if (version === 'v3')
    exchange.send(200, root.length === 0 ? openApiIndex() : openApiDocument(root.join('/')));
  else if (version === 'v2' && root.length === 0) {
    exchange.form;
    exchange.send(200, swaggerDocument());
  } else throw noSuchPath();
}

function sendDiscovery(
  exchange: Exchange,
  root: string,
  second: string | undefined,
  third: string | undefined,
  address: string,
): void {
  if (root === 'api') {
    if (second !== undefined) exchange.send(200, apiResourceList('', second));
    else if (wantsAggregated(exchange)) exchange.send(200, aggregatedDiscovery([groupOf('')]), AGGREGATED);
    else exchange.send(200, apiVersions(address));
  } else if (second === undefined) {
    if (wantsAggregated(exchange)) exchange.send(200, aggregatedDiscovery(namedGroups()), AGGREGATED);
    else exchange.send(200, apiGroupList());
  } else exchange.send(200, third === undefined ? apiGroup(second) : apiResourceList(second, third));
}

function wantsAggregated(exchange: Exchange): boolean {
  const { as, group, version } = exchange.form;
  return as === 'APIGroupDiscoveryList' && group === 'apidiscovery.k8s.io' && version === 'v2';
}
