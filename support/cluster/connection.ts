import {
  CoreV1Api,
  KubeConfig,
  type KubernetesListObject,
  type KubernetesObject,
  KubernetesObjectApi,
  PatchStrategy,
  type RequestContext,
  Watch,
} from '@kubernetes/client-node';
import type { Kind } from './kinds';

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

  /** Changes an object by a merge patch. */
  async merge(patch: KubernetesObject): Promise<void> {
    const [pretty, dryRun, manager, force] = [undefined, undefined, undefined, undefined];
    await this.objects.patch(patch, pretty, dryRun, manager, force, PatchStrategy.MergePatch);
  }

  /** Applies an object on the server's side, in the name of a field manager, whoever else owns its fields. */
  async apply(object: KubernetesObject, manager: string): Promise<void> {
    const [pretty, dryRun] = [undefined, undefined];
    await this.objects.patch(object, pretty, dryRun, manager, true, PatchStrategy.ServerSideApply);
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
