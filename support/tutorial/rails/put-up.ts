import { inParallel } from '../../cub/in-parallel';
import type { Trigger } from '../../cub/triggers';
import { isOneOf } from '../../cub/where';
import { REGIONS } from '../regions';
import type { Tutorial } from '../tutorial';
import { RAILS, type Rail } from './rails';

/** Puts up the rails that are missing, in each region; one that was altered is put up anew. */
export async function putUpRails(tutorial: Tutorial): Promise<void> {
  const { cub, can } = tutorial;
  tutorial.narrate('Guard rails go up before production: a check runs on each change, and closes a gate.');
  for (const { name, demands, warns } of RAILS) {
    const stops = warns
      ? can.warnings
        ? ' It only warns.'
        : ' This cub knows no warnings: it is left out.'
      : '';
    tutorial.narrate(`  ${name}: ${demands}.${stops}`);
  }
  const there = await railsThere(tutorial);
  const missing = railsWanted(tutorial).filter((wanted) => !there.some((one) => isSame(one, wanted)));
  const others = there.filter((one) => missing.some((wanted) => isNamedAlike(one, wanted)));
  await inParallel(
    others.map(
      ({ space, slug }) =>
        () =>
          cub.triggers.delete(space, [slug]),
    ),
  );
  await inParallel(missing.map((trigger) => () => cub.triggers.create(trigger)));
}

/** What a trigger does, as one line. */
export function ruleOf({ call, warns, disabled }: Trigger): string {
  return [...call, ...(warns ? ['(warns only)'] : []), ...(disabled ? ['(disabled)'] : [])].join(' ');
}

function isNamedAlike(one: Trigger, other: Trigger): boolean {
  return one.space === other.space && one.slug === other.slug;
}

function isSame(one: Trigger, other: Trigger): boolean {
  return isNamedAlike(one, other) && ruleOf(one) === ruleOf(other);
}

/** The triggers of the regions as they are. */
export function railsThere({ cub, names }: Tutorial): Promise<Trigger[]> {
  const spaces = REGIONS.map((region) => names.place(region));
  return cub.triggers.list(isOneOf('Space.Slug', spaces));
}

/** The triggers that the rails are, one for each region. */
export function railsWanted({ names, can }: Tutorial): Trigger[] {
  const possible = RAILS.filter(({ warns }) => !warns || can.warnings);
  return REGIONS.flatMap((region) => possible.map((one) => triggerOf(names.place(region), one)));
}

function triggerOf(space: string, { name, call, warns = false }: Rail): Trigger {
  return { space, slug: name, call, warns };
}
