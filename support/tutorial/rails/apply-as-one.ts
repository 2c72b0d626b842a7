import { all, isOneOf } from '../../cub/where';
import { deploy } from '../deploy/roll-out';
import { tryRollOut } from '../deploy/try-roll-out';
import { TutorialError } from '../error';
import { REGIONS, type Region } from '../regions';
import { SERVICES, type Service } from '../services';
import type { Tutorial } from '../tutorial';
import { nameOf } from '../validate/unit';

/**
 * Brings services of regions to the cluster, all of them or none: nothing is begun while a gate holds any of them
 * back.
 *
 * @throws TutorialError naming each unit that is held back, with its gates
 */
export async function applyAsOne(
  tutorial: Tutorial,
  regions: readonly Region[] = REGIONS,
  services: readonly Service[] = SERVICES,
): Promise<void> {
  const spaces = regions.map((region) => tutorial.names.place(region));
  const where = all(isOneOf('Space.Slug', spaces), isOneOf('Slug', services));
  const held = await tryRollOut(tutorial, { space: '*', where });
  if (held.length > 0) {
    throw new TutorialError(
      `nothing was applied, because ${held.length} of the units are held back`,
      held.map(({ unit, message }) => `${nameOf(unit)}: ${message}`),
      'mend what the gates complain about, and have the new revisions approved',
    );
  }
  await deploy(tutorial, { space: '*', where });
}
