import type { Revision } from '../../cub/revisions';
import { serviceConfig } from '../config';
import { TutorialError } from '../error';
import type { Place } from '../names';
import type { Tutorial } from '../tutorial';
import { type Fix, fixAt } from './fix';

/**
 * Carries a fix from one place to another, in ConfigHub: only what the fix changed, nothing else that is
 * particular to the place where it was made. Merges the fix's revision where `cub` can, else makes the same
 * fix again. Nothing changes where it has arrived already.
 *
 * @throws TutorialError when the fix was never made at the place that it shall come from
 */
export async function promote(tutorial: Tutorial, fix: Fix, from: Place, to: Place): Promise<void> {
  const { cub, names, can } = tutorial;
  tutorial.narrate(`${fix.setting} of ${fix.service} goes from ${from} to ${to}.`);
  const made = madeAt(await cub.revisions.list(names.place(from), fix.service), fix);
  if (!made) {
    throw new TutorialError(
      `${names.place(from)}/${fix.service} has no revision that sets ${fix.setting} to ${fix.value}`,
      [],
      'make the fix there first',
    );
  }
  if (!can.merge) return fixAt(tutorial, fix, to);
  await cub.units.merge(
    { space: names.place(to), unit: fix.service },
    { unit: `${names.place(from)}/${fix.service}`, base: String(made - 1), end: String(made) },
    `${fix.why} (from ${from})`,
  );
}

/** The newest revision in which the fix was made. */
function madeAt(history: readonly Revision[], fix: Fix): number | undefined {
  const has = ({ data }: Revision): boolean => serviceConfig(data).settings[fix.setting] === fix.value;
  return history.findLast((revision, index) => {
    const before = history[index - 1];
    return before !== undefined && has(revision) && !has(before);
  })?.number;
}
