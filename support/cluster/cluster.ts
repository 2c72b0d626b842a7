import type { CoreV1Event, KubernetesObject, V1Deployment, V1Pod } from '@kubernetes/client-node';
import { parseAllDocuments } from 'yaml';
import { ask } from './ask';
import type { Connection } from './connection';
import { ClusterError, isNotFound, wordsOf } from './error';
import { type Kind, kinds, type Reference } from './kinds';
import { deploymentRecord, describeRollout, type Rollout, rolloutOf } from './rollout';
import type { ClusterTranscript } from './transcript';
import { until } from './until';

/** Who is told of what is done to a cluster, and how long it may take. */
export interface ClusterSettings {
  transcript: ClusterTranscript;
  /** How long to wait for something; milliseconds. */
  patience?: number;
}

const FIELD_MANAGER = 'microtraderx';

/** Drives a cluster through its API. */
export class Cluster {
  /** The kube context. */
  readonly context: string;
  private readonly patience: number;

  /** @param connection may be shared by many */
  constructor(
    readonly connection: Connection,
    private readonly settings: ClusterSettings,
  ) {
    this.context = connection.context;
    this.patience = settings.patience ?? 60_000;
  }

  /** Applies every document of a manifest, in order. */
  async apply(manifest: string): Promise<void> {
    for (const document of parseAllDocuments(manifest)) {
      const object = document.toJS() as KubernetesObject | null;
      if (object) await this.applyObject(object);
    }
  }

  async read<T extends KubernetesObject>(reference: Reference): Promise<T | undefined> {
    const { apiVersion, kind, name, namespace } = reference;
    try {
      return await this.connection.objects.read<T>({
        apiVersion,
        kind,
        metadata: { name, ...(namespace ? { namespace } : {}) },
      } as KubernetesObject & { metadata: { name: string } });
    } catch (error) {
      if (isNotFound(error)) return undefined;
      throw new ClusterError({ happened: `${kind} ${name} could not be read: ${wordsOf(error)}` });
    }
  }

  /** All objects of a kind; none when the namespace does not exist. */
  async list<T extends KubernetesObject>(kind: Kind, namespace?: string): Promise<T[]> {
    return (await this.connection.list<T>(kind, namespace)).items;
  }

  /** The Deployments of a namespace. */
  async rollouts(namespace: string): Promise<Rollout[]> {
    const deployments = await this.list<V1Deployment>(kinds.deployment, namespace);
    this.tellSeen('see the Deployments', namespace, deployments);
    return deployments.map(rolloutOf);
  }

  async rollout(namespace: string, name: string): Promise<Rollout | undefined> {
    const deployment = await this.read<V1Deployment>({ ...kinds.deployment, name, namespace });
    this.tellSeen(`see Deployment ${name}`, namespace, deployment ? [deployment] : []);
    return deployment && rolloutOf(deployment);
  }

  async pods(namespace: string): Promise<V1Pod[]> {
    return this.list<V1Pod>(kinds.pod, namespace);
  }

  async events(namespace: string): Promise<CoreV1Event[]> {
    return this.list<CoreV1Event>(kinds.event, namespace);
  }

  /** Waits until all pods of a Deployment run its newest version. */
  async settled(namespace: string, name: string): Promise<Rollout> {
    const mine = (all: readonly V1Deployment[]): Rollout | undefined =>
      all.filter(({ metadata }) => metadata?.name === name).map(rolloutOf)[0];
    const found = await until<V1Deployment>(this.connection, {
      kind: kinds.deployment,
      namespace,
      what: `${name} to be rolled out in ${namespace}`,
      satisfied: (all) => mine(all)?.settled === true,
      describe: (all) => (mine(all) ? describeRollout(mine(all) as Rollout) : `no Deployment ${name}`),
      advice: `look at the events and pods of namespace ${namespace}`,
      deadline: this.patience,
    });
    const own = found.filter(({ metadata }) => metadata?.name === name);
    this.tellSeen(`wait until Deployment ${name} is rolled out`, namespace, own);
    return mine(found) as Rollout;
  }

  /**
   * Waits until objects of a kind in a namespace are as wanted.
   *
   * @param patience how long, in milliseconds, where not as usual
   */
  async become<T extends KubernetesObject>(
    kind: Kind,
    namespace: string | undefined,
    what: string,
    satisfied: (objects: readonly T[]) => boolean,
    patience = this.patience,
  ): Promise<T[]> {
    return until<T>(this.connection, {
      kind,
      ...(namespace ? { namespace } : {}),
      what,
      satisfied,
      describe: (objects) => objects.map(({ metadata }) => metadata?.name).join(', ') || 'nothing',
      deadline: patience,
    });
  }

  /** Changes a Deployment's replicas behind ConfigHub's back, as `kubectl scale` does. */
  async scale(namespace: string, name: string, replicas: number): Promise<void> {
    const patch = { ...reference(kinds.deployment, name, namespace), spec: { replicas } };
    await this.connection.merge(patch as KubernetesObject);
    this.settings.transcript({
      operation: `scale Deployment ${name} to ${replicas}`,
      namespace,
      outcome: 'done',
    });
  }

  /** Deletes an object and does not wait; nothing happens when there is none. */
  async delete(of: Reference): Promise<void> {
    try {
      await this.connection.objects.delete(reference(of, of.name, of.namespace));
      this.tell(`delete ${of.kind} ${of.name}`, of.namespace, 'asked for');
    } catch (error) {
      if (!isNotFound(error)) {
        throw new ClusterError({ happened: `${of.kind} ${of.name} could not be deleted: ${wordsOf(error)}` });
      }
    }
  }

  /**
   * Asks a running service through the API's proxy, such as `trade-service` for `/config`.
   *
   * @throws ClusterError when nothing answers, with what did answer
   */
  async ask(namespace: string, service: string, path: string): Promise<unknown> {
    const answer = await ask(this.connection, { namespace, service, path });
    this.tell(`ask ${service} for ${path}`, namespace, JSON.stringify(answer));
    return answer;
  }

  private async applyObject(object: KubernetesObject): Promise<void> {
    const { kind, metadata } = object;
    try {
      await this.connection.apply(object, FIELD_MANAGER);
    } catch (error) {
      throw new ClusterError({
        happened: `${kind} ${metadata?.name} could not be applied: ${wordsOf(error)}`,
      });
    }
    this.tell(`apply ${kind} ${metadata?.name}`, metadata?.namespace, 'applied');
  }

  /** Looks are told as well, with what they saw. */
  private tellSeen(operation: string, namespace: string, deployments: readonly V1Deployment[]): void {
    const seen = deployments.map(deploymentRecord);
    const outcome =
      seen.map(({ name, ready, wanted }) => `${name} ${ready}/${wanted}`).join(', ') || 'nothing there';
    this.settings.transcript({ operation, namespace, outcome, seen });
  }

  private tell(operation: string, namespace: string | undefined, outcome: string): void {
    this.settings.transcript({ operation, ...(namespace ? { namespace } : {}), outcome });
  }
}

function reference(
  kind: { apiVersion: string; kind: string },
  name: string,
  namespace: string | undefined,
): KubernetesObject {
  return {
    apiVersion: kind.apiVersion,
    kind: kind.kind,
    metadata: { name, ...(namespace ? { namespace } : {}) },
  };
}
