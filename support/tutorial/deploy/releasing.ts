import type { V1ConfigMap, V1Deployment } from '@kubernetes/client-node';
import { ClusterError } from '../../cluster/error';
import { kinds } from '../../cluster/kinds';
import { describeRollout, isGivenUp, rolloutOf } from '../../cluster/rollout';
import { CubError } from '../../cub/error';
import { inParallel } from '../../cub/in-parallel';
import type { Published } from '../../cub/releases';
import type { Unit } from '../../cub/unit';
import type { Selection } from '../../cub/units';
import { objectsIn } from '../config';
import { TutorialError } from '../error';
import { lookAtHubAnew } from '../hub';
import type { Tutorial } from '../tutorial';
import { askToApplyAgain, isAnswered, releaseMap } from './applying-again';
import { chosenUnits } from './chosen';
import type { Outcome } from './roll-out';

/**
 * Releases the spaces of the selected units, each as a whole, and waits until the cluster has pulled them and runs the
 * selected units. Only the cluster is asked how that goes: ConfigHub is told nothing of it.
 *
 * @param revision as `rollOut` takes it
 * @throws TutorialError when nothing pulls a release in time
 */
export async function releaseSpaces(
  tutorial: Tutorial,
  selection: Selection,
  revision?: string,
): Promise<Outcome[]> {
  const chosen = await chosenUnits(tutorial, selection);
  const spaces = [...new Set(chosen.filter(({ target }) => target).map(({ space }) => space))];
  if (spaces.length > 0)
    tutorial.narrate(`Released, for the cluster to pull: all that goes there of ${spaces.join(', ')}.`);
  const refusals = new Map(
    await inParallel(
      spaces.map((space) => async () => [space, await releaseSpace(tutorial, space, revision)] as const),
    ),
  );
  const { units } = await lookAtHubAnew(tutorial);
  const ids = new Set(chosen.map(({ id }) => id));
  return inParallel(
    units
      .filter(({ id }) => ids.has(id))
      .map((unit) => async () => {
        const problem = refusals.get(unit.space) ?? (await problemOf(tutorial, unit));
        return { unit, done: problem === undefined, message: problem ?? '' };
      }),
  );
}

/** Why ConfigHub or the cluster refused the release; undefined when the cluster has it. */
async function releaseSpace(
  tutorial: Tutorial,
  space: string,
  revision: string | undefined,
): Promise<string | undefined> {
  let release: Published;
  try {
    release = await tutorial.cub.releases.publish(space, revision);
  } catch (error) {
    const refused = error instanceof CubError && /^HTTP 400: (.*)/s.exec(error.told);
    if (!refused) throw error;
    return refused[1];
  }
  if (!release.isNew) await askToApplyAgain(tutorial, release);
  return untilPulled(tutorial, space, release);
}

/**
 * Waits until the puller says in the cluster what became of a release, or of a later one. Of a release that is not new
 * only an answer counts to what was asked meanwhile: what was told before may be what the learner has mended since.
 *
 * @throws TutorialError when it does not in time
 */
async function untilPulled(
  { cluster, names, patience }: Tutorial,
  space: string,
  { number, spaceId, isNew }: Published,
): Promise<string | undefined> {
  const told = (maps: readonly V1ConfigMap[]) =>
    maps.find(
      (map) =>
        map.metadata?.name === releaseMap(spaceId) &&
        Number(map.data?.release) >= number &&
        (isNew || isAnswered(map)),
    )?.data;
  const name = `release ${number} of space ${space}`;
  const maps = await cluster
    .become<V1ConfigMap>(
      kinds.configMap,
      'kube-system',
      `${name} to be ${isNew ? 'pulled' : 'applied again'}`,
      (all) => told(all) !== undefined,
      patience,
    )
    .catch((error: Error) => {
      if (!(error instanceof ClusterError)) throw error;
      throw new TutorialError(
        `nothing in the cluster has ${isNew ? `pulled ${name}` : `applied ${name} again`}`,
        [error.message],
        `see whether the pod runs that pulls in the name of a worker, and its log: kubectl get pods -n ${names.worker(names.workerSpace(space))}`,
      );
    });
  const { outcome, message } = told(maps) ?? {};
  return outcome === 'Applied' ? undefined : `${outcome}: ${message}`;
}

async function problemOf(tutorial: Tutorial, unit: Unit): Promise<string | undefined> {
  if (!unit.target) return 'it has no target, so no release holds it; set one with "cub unit set-target"';
  try {
    return await untilRunning(tutorial, unit);
  } catch (error) {
    if (error instanceof ClusterError) return error.message;
    throw error;
  }
}

/**
 * Why a unit's Deployments do not run as they should; undefined when they do.
 *
 * @throws ClusterError when that is not to be seen in time
 */
async function untilRunning({ cluster, patience }: Tutorial, unit: Unit): Promise<string | undefined> {
  const deployments = objectsIn(unit.data).filter(({ kind }) => kind === 'Deployment');
  for (const { metadata } of deployments) {
    const own = (all: readonly V1Deployment[]) => all.find((one) => one.metadata?.name === metadata?.name);
    const found = await cluster.become<V1Deployment>(
      kinds.deployment,
      metadata?.namespace,
      `${metadata?.name} to run in ${metadata?.namespace}`,
      (all) => {
        const one = own(all);
        return one !== undefined && (rolloutOf(one).settled || isGivenUp(one));
      },
      patience,
    );
    const one = own(found);
    if (one && !rolloutOf(one).settled) return describeRollout(rolloutOf(one));
  }
  return undefined;
}
