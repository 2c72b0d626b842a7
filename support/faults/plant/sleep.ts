import type { Checkpoints } from '../../environment/environment';

/** Tells whether a fault is awake, by watching the way over the checkpoints. */
export interface Sleep {
  awake(): boolean;
  checkpoints: Checkpoints;
}

/**
 * Lets a fault sleep until a scenario has reached its starting point, so that it meets the scenario and not the way
 * there. The first state that is asked for is the starting point; it is reached when it is restored or saved. What
 * comes about while the fault is awake is not saved: other scenarios would meet it.
 *
 * @param awake from the very beginning
 */
export function sleepUntilStart(checkpoints: Checkpoints, awake = false): Sleep {
  let goal: string | undefined;
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
      save: async (name) => (awake ? undefined : arriveAt(name, checkpoints.save(name))),
      restore: (name) => arriveAt(name, checkpoints.restore(name)),
    },
  };
}
