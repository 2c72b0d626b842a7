import { setTimeout as pause } from 'node:timers/promises';
import type { Answer, Client, WatchEvent } from '../api/client';

/** An object of Kubernetes as it came; checks look into it by path. */
// biome-ignore lint/suspicious/noExplicitAny: answers of an API whose shape is what the checks are about
export type Loose = any;

/** One kind of behaviour, as a sentence that is true of a cluster or not. */
export interface Check {
  behaviour: string;
  /** Rejects with what was seen instead. */
  check(bench: Bench): Promise<void>;
}

export interface Group {
  title: string;
  checks: Check[];
}

interface Options {
  type?: string;
  accept?: string;
}

const waitsFor = 60_000;

/** What a check works with: a cluster, a namespace that other checks use too, and a name that is its own. */
export class Bench {
  constructor(
    private readonly client: Client,
    readonly namespace: string,
    readonly name: string,
  ) {}

  get core(): string {
    return `/api/v1/namespaces/${this.namespace}`;
  }
  get maps(): string {
    return `${this.core}/configmaps`;
  }
  get pods(): string {
    return `${this.core}/pods`;
  }
  get deployments(): string {
    return `/apis/apps/v1/namespaces/${this.namespace}/deployments`;
  }
  get replicaSets(): string {
    return `/apis/apps/v1/namespaces/${this.namespace}/replicasets`;
  }
  /** Query that selects what carries the label of this check. */
  get mine(): string {
    return `labelSelector=check%3D${this.name}`;
  }

  /** Asks, whatever comes back. */
  ask(method: string, path: string, body?: unknown, { type, accept }: Options = {}): Promise<Loose> {
    return this.client.ask({
      what: path,
      method,
      path,
      body,
      ...(type ? { contentType: type } : {}),
      ...(accept ? { accept } : {}),
    });
  }

  /** Asks, and expects that it works; returns the body. */
  async does(method: string, path: string, body?: unknown, options?: Options): Promise<Loose> {
    const answer: Answer = await this.ask(method, path, body, options);
    if (answer.status >= 300)
      throw new Error(
        `${method} ${path}: ${answer.status} ${(answer.body as Loose)?.message ?? answer.body}`,
      );
    return answer.body;
  }

  get(path: string, accept?: string): Promise<Loose> {
    return this.does('GET', path, undefined, accept ? { accept } : {});
  }
  /** Applies as a field manager; returns status and body. */
  apply(path: string, manager: string, body: unknown, query = ''): Promise<Loose> {
    return this.ask('PATCH', `${path}?fieldManager=${manager}${query}`, body, {
      type: 'application/apply-patch+yaml',
    });
  }
  merge(path: string, body: unknown): Promise<Loose> {
    return this.ask('PATCH', path, body, { type: 'application/merge-patch+json' });
  }
  strategic(path: string, body: unknown): Promise<Loose> {
    return this.ask('PATCH', path, body, { type: 'application/strategic-merge-patch+json' });
  }
  jsonPatch(path: string, body: unknown): Promise<Loose> {
    return this.ask('PATCH', path, body, { type: 'application/json-patch+json' });
  }

  /** A ConfigMap of this check. */
  async map(data: Record<string, string> = {}, metadata: object = {}): Promise<Loose> {
    return this.does('POST', this.maps, mapOf(this.name, data, metadata));
  }

  /** A Deployment of this check, available before it is told. */
  async available(replicas: number, spec: object = {}): Promise<Loose> {
    await this.does('POST', this.deployments, deploymentOf(this.name, replicas, spec));
    return this.rolledOut();
  }

  /** Waits until all pods of this check's Deployment are of its newest version and available. */
  rolledOut(): Promise<Loose> {
    return this.until(
      'the Deployment to be rolled out',
      () => this.get(`${this.deployments}/${this.name}`),
      ({ metadata, spec, status }) =>
        status?.observedGeneration >= metadata.generation &&
        (status.updatedReplicas ?? 0) === spec.replicas &&
        (status.replicas ?? 0) === spec.replicas &&
        (status.availableReplicas ?? 0) === spec.replicas,
    );
  }

  /** Asks again until the answer pleases; fails with what was awaited and last seen. */
  async until(
    what: string,
    look: () => Promise<Loose>,
    pleases: (seen: Loose) => boolean,
    patience = waitsFor,
  ): Promise<Loose> {
    for (const deadline = Date.now() + patience; ; await pause(100)) {
      const seen = await look();
      if (pleases(seen)) return seen;
      if (Date.now() > deadline)
        throw new Error(
          `waited ${patience / 1000} s for ${what}; last seen: ${JSON.stringify(seen?.status ?? seen).slice(0, 300)}`,
        );
    }
  }

  gone(path: string): Promise<Loose> {
    return this.until(
      `${path} to be gone`,
      () => this.ask('GET', path),
      ({ status }) => status === 404,
    );
  }

  /** Follows a watch until what came pleases, or the stream ends; fails when neither does. */
  watched(path: string, pleases: (events: WatchEvent[]) => boolean, accept?: string): Promise<WatchEvent[]> {
    return this.client.watch(path, pleases, waitsFor, accept);
  }

  /** Collects what a watch tells while something is done; ends with the event that pleases. */
  async watching(
    path: string,
    doing: () => Promise<unknown>,
    pleases: (events: WatchEvent[]) => boolean,
  ): Promise<WatchEvent[]> {
    const { metadata } = await this.get(path);
    const separator = path.includes('?') ? '&' : '?';
    const events = this.watched(
      `${path}${separator}watch=true&resourceVersion=${metadata.resourceVersion}`,
      pleases,
    );
    const [seen] = await Promise.all([events, doing()]);
    return seen;
  }
}

export function mapOf(name: string, data: Record<string, string> = {}, metadata: object = {}): object {
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name, labels: { check: name }, ...metadata },
    data,
  };
}

/** A Deployment of reference-data, which runs on every cluster that has the images of the tutorial. */
export function deploymentOf(
  name: string,
  replicas: number,
  spec: object = {},
  container: object = {},
): Loose {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, labels: { check: name } },
    spec: {
      replicas,
      selector: { matchLabels: { check: name } },
      template: {
        metadata: { labels: { check: name } },
        spec: {
          containers: [
            {
              name: 'main',
              image: 'ghcr.io/finos/traderx/reference-data:latest',
              imagePullPolicy: 'IfNotPresent',
              env: [{ name: 'SERVICE_NAME', value: 'reference-data' }],
              ...container,
            },
          ],
        },
      },
      ...spec,
    },
  };
}

/** A change of a Deployment's template: another value of a setting. */
export function version(value: string): object {
  return {
    spec: { template: { spec: { containers: [{ name: 'main', env: [{ name: 'VERSION', value }] }] } } },
  };
}
