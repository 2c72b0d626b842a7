import { setTimeout as pause } from 'node:timers/promises';
import type { V1Pod } from '@kubernetes/client-node';
import { kinds } from '../../cluster/connection';
import { releasesOnly } from '../../cub/capabilities';
import type { Target } from '../../cub/targets';
import type { Unit } from '../../cub/unit';
import type { Worker } from '../../cub/workers';
import { objectsIn } from '../config';
import { lookAtHubAnew } from '../hub';
import type { Tutorial } from '../tutorial';
import type { Finding } from '../validate/finding';
import { type Cause, causesOf, type StuckPod } from './causes';

/** The likely causes of what the validation of a stage has found. */
export async function causesOfFindings(
  tutorial: Tutorial,
  findings: readonly Finding[],
  stage: number,
): Promise<Cause[]> {
  if (findings.length === 0) return [];
  const { units } = await lookAtHubAnew(tutorial);
  const inCluster = ({ space, slug }: Unit) => `${slug} in namespace ${space}`;
  const concerns = (unit: Unit, { what }: Finding): boolean =>
    [`${unit.space}/${unit.slug}`, inCluster(unit)].some(
      (name) => what === name || what.startsWith(`${name},`),
    );
  const concerned = units.filter((unit) => findings.some((finding) => concerns(unit, finding)));
  const drifted = concerned.filter((unit) =>
    findings.some(({ what }) => what.startsWith(`${inCluster(unit)},`)),
  );
  return [...neverMade(findings, stage), ...(await causesAround(tutorial, concerned, drifted))];
}

function neverMade(findings: readonly Finding[], stage: number): Cause[] {
  const missing = findings.filter(({ expected }) => expected === 'a unit').map(({ what }) => what);
  if (missing.length === 0) return [];
  const because = `${missing.join(', ')} ${missing.length === 1 ? 'was' : 'were'} never made`;
  return [{ because, todo: `npm run setup-structure -- ${stage}` }];
}

/** The likely causes of a failure, by what its message names and by what did not reach the cluster. */
export async function causesOfFailure(tutorial: Tutorial, message: string): Promise<Cause[]> {
  const { units } = await lookAtHubAnew(tutorial);
  const concerned = units.filter(
    (unit) =>
      message.includes(`${unit.space}/${unit.slug}`) ||
      (unit.event !== undefined && unit.event.status !== 'Completed'),
  );
  return causesAround(tutorial, concerned, []);
}

async function causesAround(
  tutorial: Tutorial,
  concerned: readonly Unit[],
  drifted: readonly Unit[],
): Promise<Cause[]> {
  const { names, can } = tutorial;
  // A puller tells ConfigHub nothing, so that its worker never seems to be there.
  const released = releasesOnly(can);
  // What regions are cloned from goes to no cluster.
  const units = concerned.filter(({ space }) => space !== names.base);
  if (units.length === 0) return [];
  const alone = [names.hello, names.environment('prod')];
  const workerSpaceOf = ({ space }: Unit): string => (alone.includes(space) ? names.hello : names.infra);
  const spacesOf = (some: readonly Unit[]): string[] => [...new Set(some.map(workerSpaceOf))];
  const [targets, workers, namespaces, pods] = await Promise.all([
    targetsIn(tutorial, spacesOf(units.filter(({ target }) => !target))),
    released
      ? new Map<string, Worker>()
      : workersAway(tutorial, spacesOf(units.filter(({ target, live, head }) => target && live !== head))),
    tutorial.cluster.list(kinds.namespace),
    tutorial.cluster.list<V1Pod>(kinds.pod),
  ]);
  return causesOf({
    units,
    workerSpaceOf,
    targetFor: (unit) => targets.get(workerSpaceOf(unit)),
    awayFrom: (unit) => workers.get(workerSpaceOf(unit)),
    namespaceOf: ({ data }) => objectsIn(data)[0]?.metadata?.namespace,
    namespaces: namespaces.map(({ metadata }) => metadata?.name ?? ''),
    stuckPods: pods.flatMap(stuck),
    bringing: ({ space, slug }) =>
      released ? `cub release publish ${space}` : `cub unit apply --space ${space} ${slug}`,
    drifted: new Set(drifted.map(({ space, slug }) => `${space}/${slug}`)),
  });
}

async function targetsIn({ cub }: Tutorial, spaces: readonly string[]): Promise<Map<string, Target>> {
  const found = new Map<string, Target>();
  for (const space of spaces) {
    const [target] = await cub.targets.list(space);
    if (target) found.set(space, target);
  }
  return found;
}

/** The workers that are away for longer than it takes to connect again. */
async function workersAway({ cub }: Tutorial, spaces: readonly string[]): Promise<Map<string, Worker>> {
  const away = new Map<string, Worker>();
  for (const space of spaces) {
    for (let look = 0; look < LOOKS; look += 1) {
      if (look > 0) await pause(BETWEEN_LOOKS_MS);
      const worker = (await cub.workers.list(space)).find(({ condition }) => condition !== 'Ready');
      if (worker) away.set(space, worker);
      else away.delete(space);
      if (!worker) break;
    }
  }
  return away;
}

const LOOKS = 3;
const BETWEEN_LOOKS_MS = 500;
const NOT_PULLED = ['ErrImagePull', 'ImagePullBackOff', 'InvalidImageName'];

function stuck({ metadata, status }: V1Pod): StuckPod[] {
  const waiting = status?.containerStatuses?.find(({ state }) =>
    NOT_PULLED.includes(state?.waiting?.reason ?? ''),
  );
  if (!waiting) return [];
  return [{ namespace: metadata?.namespace ?? '', name: metadata?.name ?? '', image: waiting.image }];
}
