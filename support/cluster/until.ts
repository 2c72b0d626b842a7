import type { KubernetesObject } from '@kubernetes/client-node';
import type { Connection } from './connection';
import { ClusterError } from './error';
import type { Kind } from './kinds';

/** What to wait for: objects of a kind in a namespace, until they satisfy. */
export interface Awaited<T> {
  kind: Kind;
  namespace?: string;
  /** In words, for the error: `5 ready replicas of trade-service`. */
  what: string;
  satisfied(objects: readonly T[]): boolean;
  /** How the objects look, for the error. */
  describe(objects: readonly T[]): string;
  advice?: string;
  /** Milliseconds. */
  deadline: number;
}

/**
 * Waits by watching, and lists again whenever a watch ends.
 *
 * @throws ClusterError at the deadline, with what was awaited and last seen
 */
export async function until<T extends KubernetesObject>(
  connection: Connection,
  awaited: Awaited<T>,
): Promise<T[]> {
  const giveUpAt = Date.now() + awaited.deadline;
  let seen: T[] = [];
  while (Date.now() < giveUpAt) {
    const list = await connection.list<T>(awaited.kind, awaited.namespace);
    seen = list.items;
    if (awaited.satisfied(seen)) return seen;
    seen = await followUntil(connection, awaited, seen, list.metadata?.resourceVersion ?? '0', giveUpAt);
    if (awaited.satisfied(seen)) return seen;
  }
  throw new ClusterError({
    happened: `waited ${awaited.deadline / 1000} s in vain for ${awaited.what}`,
    lastSeen: awaited.describe(seen),
    ...(awaited.advice ? { advice: awaited.advice } : {}),
  });
}

/** Applies events to the objects until they satisfy, the watch ends, or time is up. */
async function followUntil<T extends KubernetesObject>(
  connection: Connection,
  awaited: Awaited<T>,
  start: readonly T[],
  version: string,
  giveUpAt: number,
): Promise<T[]> {
  const objects = new Map(start.map((object) => [object.metadata?.uid, object]));
  const now = (): T[] => [...objects.values()];
  let stop = (): void => undefined;
  let timer: NodeJS.Timeout | undefined;
  await new Promise<void>((resolve, reject) => {
    timer = setTimeout(resolve, giveUpAt - Date.now());
    const changed = (phase: string, object: KubernetesObject): void => {
      if (phase === 'DELETED') objects.delete(object.metadata?.uid);
      else if (phase !== 'ERROR') objects.set(object.metadata?.uid, object as T);
      if (phase === 'ERROR' || awaited.satisfied(now())) resolve();
    };
    const place = {
      kind: awaited.kind,
      version,
      ...(awaited.namespace ? { namespace: awaited.namespace } : {}),
    };
    connection.watch(place, changed, resolve).then((stopWatching) => {
      stop = stopWatching;
    }, reject);
  });
  clearTimeout(timer);
  stop();
  return now();
}
