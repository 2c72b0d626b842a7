import { releasesOnly } from '../../cub/capabilities';
import { inParallel } from '../../cub/in-parallel';
import type { Link } from '../../cub/links';
import { all, isOneOf } from '../../cub/where';
import { refuseFailures } from '../bulk-outcome';
import { namespaceName, serviceConfig } from '../config';
import type { Tutorial } from '../tutorial';
import type { Seen } from './seen';

/** Creates the spaces that are missing. */
export async function ensureSpaces(
  tutorial: Tutorial,
  seen: Seen,
  spaces: Record<string, Record<string, string>>,
): Promise<void> {
  const missing = Object.entries(spaces).filter(([slug]) => !seen.spaces.has(slug));
  await inParallel(
    missing.map(
      ([slug, labels]) =>
        () =>
          tutorial.cub.spaces.create(slug, labels),
    ),
  );
}

/** Creates a unit from a manifest when it is missing. */
export async function ensureUnit(
  tutorial: Tutorial,
  seen: Seen,
  unit: { space: string; slug: string; file: string },
): Promise<void> {
  if (seen.hub.find(unit.space, unit.slug)) return;
  await tutorial.cub.units.create(unit.space, unit.slug, unit.file);
}

/** Clones a unit under another name when the clone is missing. */
export async function ensureClone(
  tutorial: Tutorial,
  seen: Seen,
  from: { space: string; unit: string },
  to: { space: string; slug: string },
): Promise<void> {
  if (seen.hub.find(to.space, to.slug)) return;
  await tutorial.cub.units.clone(from, to);
}

/** Clones units into the spaces that lack any of them: one command when none has one. */
export async function ensureClones(
  tutorial: Tutorial,
  seen: Seen,
  from: { space: string; units: readonly string[] },
  spaces: readonly string[],
): Promise<void> {
  for (const units of groupsOfMissing(seen, from.units, spaces)) {
    await tutorial.cub.units.cloneAll(from.space, units.slugs, units.spaces);
  }
}

/** Groups the spaces by what they lack. */
function groupsOfMissing(
  seen: Seen,
  slugs: readonly string[],
  spaces: readonly string[],
): Array<{ slugs: string[]; spaces: string[] }> {
  const groups = new Map<string, { slugs: string[]; spaces: string[] }>();
  for (const space of spaces) {
    const missing = slugs.filter((slug) => !seen.hub.find(space, slug));
    if (missing.length === 0) continue;
    const group = groups.get(missing.join()) ?? { slugs: missing, spaces: [] };
    group.spaces.push(space);
    groups.set(missing.join(), group);
  }
  return [...groups.values()];
}

/** Gives a namespace unit the name of its namespace; `made` is the name that a new one comes with. */
export async function ensureNamespaceName(
  tutorial: Tutorial,
  seen: Seen,
  unit: { space: string; slug: string; name: string; made?: string },
): Promise<void> {
  const there = seen.hub.find(unit.space, unit.slug);
  if ((there ? namespaceName(there.data) : unit.made) === unit.name) return;
  await tutorial.cub.functions.call({
    on: { space: unit.space, units: [unit.slug] },
    call: ['set-string-path', 'v1/Namespace', 'metadata.name', unit.name],
    why: `The namespace is called ${unit.name}`,
  });
}

/** Links units to what they need. */
export async function ensureLinks(tutorial: Tutorial, seen: Seen, links: readonly Link[]): Promise<void> {
  const missing = links.filter(
    (link) => !seen.links.some(({ space, slug }) => space === link.space && slug === link.slug),
  );
  await inParallel(missing.map((link) => () => tutorial.cub.links.create(link)));
}

/** Gives a unit its replicas; an edit of its own, which upgrades must keep. */
export async function ensureReplicas(
  tutorial: Tutorial,
  seen: Seen,
  unit: { space: string; slug: string; replicas: number; why: string },
): Promise<void> {
  const there = seen.hub.find(unit.space, unit.slug);
  if (there && serviceConfig(there.data).replicas === unit.replicas) return;
  await tutorial.cub.functions.call({
    on: { space: unit.space, units: [unit.slug] },
    call: ['set-replicas', String(unit.replicas)],
    why: unit.why,
    protect: tutorial.can.protection,
  });
}

/** Groups units so that each group is every slug of it in every space of it: what one condition can choose. */
function inRectangles(
  units: ReadonlyArray<{ space: string; slug: string }>,
): Array<{ spaces: string[]; slugs: string[] }> {
  const groups = new Map<string, { spaces: string[]; slugs: string[] }>();
  for (const space of new Set(units.map((unit) => unit.space))) {
    const slugs = units.filter((unit) => unit.space === space).map(({ slug }) => slug);
    const group = groups.get(slugs.join()) ?? { spaces: [], slugs };
    group.spaces.push(space);
    groups.set(slugs.join(), group);
  }
  return [...groups.values()];
}

/**
 * Points the units at the cluster that a worker serves: one command for all that are alike. Where spaces are released,
 * their releases go there as well.
 */
export async function ensureTargets(
  tutorial: Tutorial,
  seen: Seen,
  units: ReadonlyArray<{ space: string; slug: string }>,
  targetId: string,
): Promise<void> {
  const missing = units.filter(({ space, slug }) => !seen.hub.find(space, slug)?.target);
  for (const { spaces, slugs } of inRectangles(missing)) {
    const where = all(isOneOf('Space.Slug', spaces), isOneOf('Slug', slugs));
    refuseFailures(await tutorial.cub.units.setTarget({ space: '*', where }, targetId), 'setting the target');
  }
  if (releasesOnly(tutorial.can)) await ensureReleaseTargets(tutorial, units, targetId);
}

async function ensureReleaseTargets(
  { cub, names }: Tutorial,
  units: ReadonlyArray<{ space: string }>,
  targetId: string,
): Promise<void> {
  const known = await cub.releases.targets(names.ourSpaces);
  const missing = [...new Set(units.map(({ space }) => space))].filter((space) => !known.has(space));
  await inParallel(missing.map((space) => () => cub.releases.sendTo(space, targetId)));
}
