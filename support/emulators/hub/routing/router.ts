import { badRequest, notFound } from '../errors/api-error';
import { isUuid } from './query';
import type { Method, Route } from './route';

interface Node {
  fixed: Map<string, Node>;
  parameter?: { name: string; node: Node };
  routes: Map<string, Route>;
}

/** Finds the route of a request by method and path. */
export class Router {
  private readonly root: Node = newNode();

  constructor(routes: Route[]) {
    for (const route of routes) this.add(route);
  }

  /**
   * @param path the undecoded path, without query
   * @throws ApiError 404 that names an unknown path or method, 400 for a malformed segment
   */
  match(method: string, path: string): { route: Route; params: Record<string, string> } {
    const params: Record<string, string> = {};
    let node = this.root;
    for (const segment of path.split('/').slice(1)) {
      const text = decode(segment);
      const fixed = node.fixed.get(text);
      if (fixed) node = fixed;
      else if (node.parameter && text !== '') {
        params[node.parameter.name] = text;
        node = node.parameter.node;
      } else throw notFound(`there is no ${method} ${printable(path)}`);
    }
    const route = node.routes.get(method);
    if (!route) throw notFound(describeMethods(method, path, node));
    for (const [name, value] of Object.entries(params))
      if (name.endsWith('_id') && !isUuid(value))
        throw badRequest(`${printable(path)}: "${printable(value)}" is not a UUID`);
    for (const name of Object.keys(params))
      if (name.endsWith('_id')) params[name] = params[name]?.toLowerCase() ?? '';
    return { route, params };
  }

  private add(route: Route): void {
    let node = this.root;
    for (const segment of route.path.split('/').slice(1)) node = child(node, segment, route.path);
    if (node.routes.has(route.method)) throw new Error(`${route.method} ${route.path} is routed twice`);
    node.routes.set(route.method, route);
  }
}

function newNode(): Node {
  return { fixed: new Map(), routes: new Map<Method, Route>() };
}

function child(node: Node, segment: string, path: string): Node {
  if (!segment.startsWith(':')) {
    const next = node.fixed.get(segment) ?? newNode();
    node.fixed.set(segment, next);
    return next;
  }
  const name = segment.slice(1);
  node.parameter ??= { name, node: newNode() };
  if (node.parameter.name !== name)
    throw new Error(`${path}: this segment is already called ${node.parameter.name}`);
  return node.parameter.node;
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw badRequest(`"${printable(segment)}" is not a well-formed path segment`);
  }
}

function describeMethods(method: string, path: string, node: Node): string {
  const methods = [...node.routes.keys()].sort();
  if (methods.length === 0) return `there is no ${method} ${printable(path)}`;
  return `there is no ${method} ${printable(path)}; it takes ${methods.join(', ')}`;
}

function printable(text: string): string {
  const plain = text.replace(/[^\x20-\x7e]/g, '?');
  return plain.length > 200 ? `${plain.slice(0, 200)}…` : plain;
}
