import type { Checkpoints, Environment } from '../environment';
import { EnvironmentError, WorkersAwayError } from '../failure';

/** Saved states of a lab, which last as it does. */
export interface Snapshots {
  names(): readonly string[];
  save(name: string): Promise<void>;
  /**
   * Answers with the workers that were connected then and now are not: a worker that runs in a shell ends with its hub.
   *
   * @throws EnvironmentError when there is none of this name
   */
  restore(name: string): Promise<readonly string[]>;
}

/** Hub and cluster both have it from their first start. */
export const BEGINNING = 'empty';

const FORM = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/;

/**
 * The saved states of a lab.
 *
 * @throws EnvironmentError where hub or cluster are real ones, whose state cannot be taken back
 */
export function snapshotsOf({ checkpoints, hub, cluster }: Environment): Snapshots {
  if (!checkpoints)
    throw new EnvironmentError(
      `Only an embedded hub with an embedded cluster can be saved and taken back; here the hub is ${hub.kind}, the cluster ${cluster.kind}.`,
    );
  return {
    names: () => checkpoints.names(),
    save: (name) => save(checkpoints, name),
    async restore(name) {
      if (!checkpoints.has(name)) throw new EnvironmentError(missing(name, checkpoints.names()));
      try {
        await checkpoints.restore(name);
        return [];
      } catch (error) {
        if (error instanceof WorkersAwayError) return error.workers;
        throw error;
      }
    },
  };
}

async function save(checkpoints: Checkpoints, name: string): Promise<void> {
  if (!FORM.test(name))
    throw new EnvironmentError(
      `"${name}" cannot name a snapshot: use letters, digits, "-" and "_", at most 64.`,
    );
  if (name === BEGINNING)
    throw new EnvironmentError(`"${BEGINNING}" is the lab as it was first started; choose another name.`);
  await checkpoints.save(name);
}

function missing(name: string, known: readonly string[]): string {
  const [, stage] = /^stage-(\d)$/.exec(name) ?? [];
  const make = stage
    ? ` \`npm run stage -- ${stage}\` acts that stage out and leaves it.`
    : ' `npm run lab -- snapshot NAME` makes one.';
  return `There is no snapshot "${name}"; there are ${known.join(', ')}.${make}`;
}
