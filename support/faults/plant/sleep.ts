import type { Checkpoints } from '../../environment/environment';

/** Tells whether a fault is awake, by watching the way over the checkpoints. */
export interface Sleep {
  awake(): boolean;
  checkpoints: Checkpoints;
}

/**
 * Lets a fault sleep until a scenario has reached its starting point, so that it meets the scenario and not the way
 * there. The first state that is asked for is the starting point; it is reached when it is restored or saved.
 */
export function sleepUntilStart(checkpoints: Checkpoints): Sleep {
  let goal: string | undefined;
  let awake = false;
  const arriveAt = async (name: string, arriving: Promise<void>): Promise<void> => {
    goal ??= name;
    await arriving;
    awake ||= name === goal;
  };
  return {
    awake: () => awake,
    checkpoints: {
      names: () => checkpoints.names(),
      has(name) {
        goal ??= name;
        return checkpoints.has(name);
      },
      save: (name) => arriveAt(name, checkpoints.save(name)),
      restore: (name) => arriveAt(name, checkpoints.restore(name)),
    },
  };
}
