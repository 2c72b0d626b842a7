import type { Environment } from '../environment';
import type { Tutorial } from '../tutorial/tutorial';
import { NOTHING, startingPoints } from './starting-points';

/**
 * Brings the environment to a starting point. Where the environment keeps checkpoints, the way there is
 * really gone once, and after that taken back from the checkpoint.
 */
export async function startFrom(
  name: string,
  checkpoints: Environment['checkpoints'],
  tutorial: Tutorial,
): Promise<void> {
  if (name === NOTHING) return checkpoints?.restore(NOTHING);
  if (checkpoints?.has(name)) return checkpoints.restore(name);
  const point = startingPoints[name];
  if (!point) throw new RangeError(`there is no starting point ${name}`);
  await startFrom(point.from, checkpoints, tutorial);
  await point.reach(tutorial);
  await checkpoints?.save(name);
}
