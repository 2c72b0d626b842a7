import type { KubernetesObject } from '@kubernetes/client-node';
import { kinds } from '../cluster/kinds';
import type { Unit } from '../cub/unit';
import { lookAtHub } from '../tutorial/hub';
import type { Tutorial } from '../tutorial/tutorial';

/** How ConfigHub and the cluster look at one moment; each thing by its name. */
export interface Pictures {
  hub: Record<string, string>;
  cluster: Record<string, string>;
}

/** Everything of ours in ConfigHub at one moment, unit by unit, comparable. */
export async function picturedHub(tutorial: Tutorial): Promise<Record<string, string>> {
  const { cub, names } = tutorial;
  const [spaces, { units }] = await Promise.all([cub.spaces.list(names.ourSpaces), lookAtHub(tutorial)]);
  return Object.fromEntries([
    ...spaces.map(({ slug, labels }) => [`space ${slug}`, JSON.stringify(labels)]),
    ...units.map((unit) => [`${unit.space}/${unit.slug}`, JSON.stringify(lasting(unit))]),
  ]);
}

/** What of a unit stays as it is when nobody changes it; that it was tried to apply it again is no change. */
function lasting({ event: _event, lastApplied: _lastApplied, upstream, ...unit }: Unit): object {
  return { ...unit, ...(upstream ? { upstream: upstream.slug, upstreamRevision: upstream.revision } : {}) };
}

/** A unit as a picture shows it. */
export interface PicturedUnit {
  data: string;
  head: number;
  live: number;
}

/** @throws RangeError when the picture does not show the unit */
export function unitIn(picture: Record<string, string>, space: string, slug: string): PicturedUnit {
  const found = picture[`${space}/${slug}`];
  if (found === undefined) throw new RangeError(`there was no unit ${slug} in ${space}`);
  return JSON.parse(found) as PicturedUnit;
}

interface Specified extends KubernetesObject {
  spec?: unknown;
  data?: unknown;
}

/** What the cluster was asked for in our namespaces, comparable; not how far it is with it. */
export async function picturedCluster({ cluster, names }: Tutorial): Promise<Record<string, string>> {
  const namespaces = (await cluster.list(kinds.namespace)).filter(({ metadata }) =>
    metadata?.name?.startsWith(names.full('traderx')),
  );
  const [deployments, services] = await Promise.all([
    cluster.list<Specified>(kinds.deployment),
    cluster.list<Specified>(kinds.service),
  ]);
  const objects: Specified[] = [
    ...named('Namespace', namespaces),
    ...named('Deployment', deployments),
    ...named('Service', services),
  ];
  return Object.fromEntries(
    objects
      .filter(({ metadata }) => (metadata?.namespace ?? metadata?.name)?.startsWith(names.full('traderx')))
      .map(({ kind, metadata, spec }) => [
        `${kind} ${metadata?.namespace ?? ''}/${metadata?.name}`,
        JSON.stringify({ uid: metadata?.uid, spec }),
      ]),
  );
}

/** Items of a list do not tell their kind. */
function named<T extends KubernetesObject>(kind: string, items: readonly T[]): T[] {
  return items.map((item) => ({ ...item, kind }));
}

/** The names of what differs between two pictures. */
export function changedIn(before: Record<string, string>, now: Record<string, string>): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(now)]);
  return [...names].filter((name) => before[name] !== now[name]).sort();
}
