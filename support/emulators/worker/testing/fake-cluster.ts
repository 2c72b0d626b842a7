import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type KubeObject, nameOf } from '../cluster/kube-object';

const kinds: Record<string, { namespaced: boolean; kind: string; apiVersion: string }> = {
  namespaces: { namespaced: false, kind: 'Namespace', apiVersion: 'v1' },
  configmaps: { namespaced: true, kind: 'ConfigMap', apiVersion: 'v1' },
  services: { namespaced: true, kind: 'Service', apiVersion: 'v1' },
  pods: { namespaced: true, kind: 'Pod', apiVersion: 'v1' },
  deployments: { namespaced: true, kind: 'Deployment', apiVersion: 'apps/v1' },
};

type Answer = { code: number; body: unknown; headers?: Record<string, string> };

/**
 * The few requests of an API server that the worker makes, over plain HTTP, for tests. An apply replaces; nothing is
 * ever reconciled: tests put status in place with `change`.
 */
export class FakeCluster {
  readonly objects = new Map<string, KubeObject>();
  /** requests in order, such as `PATCH Deployment/prod/x dryRun` */
  readonly requests: string[] = [];
  /** answers given instead of the usual ones: first match wins */
  readonly faults: Array<(request: string) => Answer | undefined> = [];
  private uid = 0;

  private constructor(private readonly server: Server) {
    server.on('request', async (request: IncomingMessage, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const { code, body, headers } = this.answer(request, Buffer.concat(chunks).toString());
      response.writeHead(code, { 'content-type': 'application/json', ...headers });
      response.end(JSON.stringify(body));
    });
  }

  static async start(): Promise<FakeCluster> {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new FakeCluster(server);
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  change(name: string, change: (object: KubeObject) => void): void {
    const object = this.objects.get(name);
    if (!object) throw new Error(`no ${name} in the cluster, only ${[...this.objects.keys()].join(', ')}`);
    change(object);
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  private answer({ method = '', url = '' }: IncomingMessage, text: string): Answer {
    const { pathname, searchParams } = new URL(url, this.url);
    const path = pathname.split('/').slice(pathname.startsWith('/apis/') ? 4 : 3);
    if (!path.length) return { code: 200, body: { resources: this.resources(pathname) } };
    const namespace = path[0] === 'namespaces' && path.length > 2 ? path[1] : undefined;
    const [plural = '', name] = namespace ? path.slice(2) : path;
    const kind = kinds[plural];
    if (!kind) return failure(404, 'NotFound', 'the server could not find the requested resource');
    if (!name) return { code: 200, body: { items: this.list(kind.kind, namespace) } };
    const key = nameOf({ kind: kind.kind, metadata: { name, namespace } });
    const request = `${method} ${key}${searchParams.has('dryRun') ? ' dryRun' : ''}`;
    this.requests.push(request);
    for (const fault of this.faults) {
      const answer = fault(request);
      if (answer) return answer;
    }
    return this.handle(method, key, plural, name, text, searchParams.has('dryRun'));
  }

  private handle(
    method: string,
    key: string,
    plural: string,
    name: string,
    text: string,
    dryRun: boolean,
  ): Answer {
    const known = this.objects.get(key);
    if (method === 'PATCH') {
      const applied = this.merged(known, JSON.parse(text) as KubeObject);
      if (!dryRun) this.objects.set(key, applied);
      return { code: 200, body: applied };
    }
    if (!known) return failure(404, 'NotFound', `${plural} "${name}" not found`);
    if (method === 'DELETE') this.objects.delete(key);
    return { code: 200, body: known };
  }

  private merged(known: KubeObject | undefined, applied: KubeObject): KubeObject {
    const metadata = {
      ...applied.metadata,
      uid: known?.metadata.uid ?? String(++this.uid),
      managedFields: [{ manager: 'confighub', operation: 'Apply' }],
    };
    return { ...(known?.status && { status: known.status }), ...applied, metadata };
  }

  private list(kind: string, namespace?: string): KubeObject[] {
    return [...this.objects.values()].filter((o) => o.kind === kind && o.metadata.namespace === namespace);
  }

  private resources(pathname: string): unknown[] {
    const apiVersion = pathname.replace(/^\/apis?\//, '');
    return Object.entries(kinds)
      .filter(([, kind]) => kind.apiVersion === apiVersion)
      .map(([name, { kind, namespaced }]) => ({ name, kind, namespaced }));
  }
}

/** An answer as the API server gives it when it refuses. */
export function failure(
  code: number,
  reason: string,
  message: string,
  headers?: Record<string, string>,
): Answer {
  return { code, body: { kind: 'Status', status: 'Failure', code, reason, message }, headers };
}
