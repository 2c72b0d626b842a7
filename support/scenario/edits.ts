import { stringify } from 'yaml';
import type { Unit } from '../cub/unit';
import { objectsIn } from '../tutorial/config';
import type { ServiceUnit } from '../tutorial/edit';
import type { Tutorial } from '../tutorial/tutorial';

/** Gives a service another version of its image, in ConfigHub only. */
export async function setVersion(tutorial: Tutorial, unit: ServiceUnit, version: string): Promise<void> {
  await tutorial.cub.functions.call({
    on: { space: unit.space, units: [unit.service] },
    call: ['set-image-reference', unit.service, `:${version}`],
    why: `Use version ${version}`,
  });
}

/** Annotates a service's objects. */
export async function annotate(
  tutorial: Tutorial,
  unit: ServiceUnit,
  key: string,
  value: string,
): Promise<void> {
  await tutorial.cub.functions.call({
    on: { space: unit.space, units: [unit.service] },
    call: ['set-annotation', key, value],
    why: `Annotate with ${key}`,
    protect: tutorial.can.protection,
  });
}

/** Adds an object of the service's name and namespace to a unit's manifests. */
export async function addResource(
  tutorial: Tutorial,
  unit: Unit,
  object: { apiVersion: string; kind: string; spec: object },
): Promise<void> {
  const namespace = objectsIn(unit.data)[0]?.metadata?.namespace;
  const { apiVersion, kind, spec } = object;
  const document = stringify({ apiVersion, kind, metadata: { name: unit.slug, namespace }, spec });
  const manifest = `${unit.data.trimEnd()}\n---\n${document}`;
  await tutorial.cub.units.replaceData(unit.space, unit.slug, manifest, `Add a ${kind}`);
}

/** Removes the object of a kind from a unit's manifests. */
export async function dropResource(tutorial: Tutorial, unit: Unit, kind: string): Promise<void> {
  const documents = unit.data.split(/^---\n/m);
  const kept = documents.filter((text) => objectsIn(text)[0]?.kind !== kind);
  await tutorial.cub.units.replaceData(unit.space, unit.slug, kept.join('---\n'), `Drop the ${kind}`);
}

/** Writes another comment beside a service's replicas. */
export async function commentReplicas(tutorial: Tutorial, unit: Unit, comment: string): Promise<void> {
  const manifest = unit.data.replace(/(replicas: \d+).*$/m, `$1 # ${comment}`);
  await tutorial.cub.units.replaceData(unit.space, unit.slug, manifest, `Say why: ${comment}`);
}
