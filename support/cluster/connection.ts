import {
  CoreV1Api,
  KubeConfig,
  type KubernetesListObject,
  type KubernetesObject,
  KubernetesObjectApi,
  type RequestContext,
  Watch,
} from '@kubernetes/client-node';

/** Names one object of the cluster. */
export interface Reference {
  apiVersion: string;
  kind: string;
  name: string;
  namespace?: string;
}

/** The kinds that the suite looks at. */
export const kinds = {
  deployment: { apiVersion: 'apps/v1', kind: 'Deployment', path: '/apis/apps/v1', plural: 'deployments' },
  service: { apiVersion: 'v1', kind: 'Service', path: '/api/v1', plural: 'services' },
  pod: { apiVersion: 'v1', kind: 'Pod', path: '/api/v1', plural: 'pods' },
  event: { apiVersion: 'v1', kind: 'Event', path: '/api/v1', plural: 'events' },
  configMap: { apiVersion: 'v1', kind: 'ConfigMap', path: '/api/v1', plural: 'configmaps' },
  namespace: { apiVersion: 'v1', kind: 'Namespace', path: '/api/v1', plural: 'namespaces' },
} as const;

export type Kind = (typeof kinds)[keyof typeof kinds];

/**
 * Asks over kept connections. The client library makes a dispatcher for each request, and so a TLS handshake for each:
 * a third of what a short question costs, on both sides. Headers are still made anew, so a token may change.
 */
class SteadyKubeConfig extends KubeConfig {
  private dispatcher?: ReturnType<RequestContext['getDispatcher']>;

  override async applySecurityAuthentication(request: RequestContext): Promise<void> {
    await super.applySecurityAuthentication(request);
    this.dispatcher ??= request.getDispatcher();
    if (this.dispatcher) request.setDispatcher(this.dispatcher);
  }
}

/** The clients that the cluster driver works with; what kinds the cluster has is asked once. */
export class Connection {
  readonly objects: KubernetesObjectApi;
  readonly core: CoreV1Api;
  private readonly watcher: Watch;

  /** @param context the kube context, of those in the kubeconfig file */
  constructor(
    kubeconfig: string,
    readonly context: string,
  ) {
    const config = new SteadyKubeConfig();
    config.loadFromFile(kubeconfig);
    config.setCurrentContext(context);
    this.objects = KubernetesObjectApi.makeApiClient(config);
    this.core = config.makeApiClient(CoreV1Api);
    this.watcher = new Watch(config);
  }

  /** All objects of a kind in a namespace, with the version of the list. */
  async list<T extends KubernetesObject>(kind: Kind, namespace?: string): Promise<KubernetesListObject<T>> {
    return this.objects.list<T>(kind.apiVersion, kind.kind, namespace);
  }

  /**
   * Watches a kind from a version on; `ended` is called once, when the stream ends for whatever reason.
   *
   * @returns what stops it
   */
  async watch(
    from: { kind: Kind; namespace?: string; version: string },
    changed: (phase: string, object: KubernetesObject) => void,
    ended: () => void,
  ): Promise<() => void> {
    const within = from.namespace ? `/namespaces/${from.namespace}` : '';
    const path = `${from.kind.path}${within}/${from.kind.plural}`;
    const stream = await this.watcher.watch(path, { resourceVersion: from.version }, changed, ended);
    return () => stream.abort();
  }
}
