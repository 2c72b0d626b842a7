import type { Checkpoints, Environment } from '../environment/environment';
import type { Tutorial } from '../tutorial/tutorial';
import { NOTHING, startingPoints } from './starting-points';

/**
 * Brings the environment to a starting point. Where the environment keeps checkpoints, the way there is really gone once,
 * and after that taken back from the checkpoint. Where only its hub does, what is in the hub alone is taken back, and the
 * way is gone once more from there: it makes what is lacking, such as a worker that is connected.
 */
export async function startFrom(
  name: string,
  environment: Pick<Environment, 'checkpoints' | 'hubCheckpoints' | 'prefix'>,
  tutorial: Tutorial,
): Promise<void> {
  const { checkpoints, hubCheckpoints, prefix } = environment;
  if (name === NOTHING) {
    if (hubCheckpoints) return takeBack(hubCheckpoints, NOTHING, tutorial);
    return checkpoints?.restore(NOTHING);
  }
  if (checkpoints?.has(name)) return checkpoints.restore(name);
  const point = startingPoints[name];
  if (!point) throw new RangeError(`there is no starting point ${name}`);
  const inHub = point.inHub ? `${prefix}${name}` : undefined;
  const isKept = inHub !== undefined && hubCheckpoints?.has(inHub) === true;
  await (isKept ? takeBack(hubCheckpoints, inHub, tutorial) : startFrom(point.from, environment, tutorial));
  await point.reach(tutorial);
  await checkpoints?.save(name);
  if (inHub && !isKept) await hubCheckpoints?.save(inHub);
}

/** A worker beside the cluster would end a little later, cut off by the hub, and meanwhile look as if it ran. */
async function takeBack(hub: Checkpoints, point: string, { workers }: Tutorial): Promise<void> {
  await workers.stopAll?.();
  await hub.restore(point);
}
