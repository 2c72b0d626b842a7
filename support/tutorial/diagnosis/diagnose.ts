import type { V1Pod } from '@kubernetes/client-node';
import { kinds } from '../../cluster/kinds';
import { releasesOnly } from '../../cub/capabilities';
import type { Target } from '../../cub/targets';
import type { Unit } from '../../cub/unit';
import { objectsIn, serviceConfig } from '../config';
import { applyingAgain } from '../deploy/applying-again';
import { lookAtHubAnew } from '../hub';
import type { Names } from '../names';
import { REGIONS } from '../regions';
import { stage as stageOf } from '../stages';
import type { Tutorial } from '../tutorial';
import { CONNECTION } from '../validate/connection';
import type { Finding } from '../validate/finding';
import { isNeverMade } from '../validate/stage';
import { type Cause, causesOf, eachOnce, notConnected, type StuckPod, settingUp } from './causes';
import { workersAway } from './workers-away';

/** The likely causes of what the validation of a stage has found. */
export async function causesOfFindings(
  tutorial: Tutorial,
  findings: readonly Finding[],
  stage: number,
): Promise<Cause[]> {
  if (findings.length === 0) return [];
  const { units } = await lookAtHubAnew(tutorial);
  const { names } = tutorial;
  // In stage 2 it is production that runs in the namespace of stage 1.
  const runsIn = (space: string) =>
    stage === 2 ? (space === names.environment('prod') ? names.hello : 'no namespace') : space;
  const inCluster = ({ space, slug }: Unit) => `${slug} in namespace ${runsIn(space)}`;
  const concerns = (unit: Unit, { what }: Finding): boolean =>
    [`${unit.space}/${unit.slug}`, inCluster(unit)].some(
      (name) => what === name || what.startsWith(`${name},`),
    );
  const concerned = units.filter((unit) => findings.some((finding) => concerns(unit, finding)));
  const told = (unit: Unit) => findings.filter((finding) => concerns(unit, finding));
  const drifted = concerned.filter((unit) =>
    told(unit).some((finding) => finding.what.startsWith(inCluster(unit)) && isDrift(unit, finding)),
  );
  const unacted = notActedOut(findings, concerned, stage, names);
  const otherwise = concerned.filter((unit) =>
    told(unit).some(({ what }) => what.endsWith(IN_CONFIGHUB) && !unacted.includes(what)),
  );
  const onlyConfiguration = concerned.filter(
    (unit) => !unit.target && !told(unit).some(({ expected }) => expected === 'a target'),
  );
  const seen = { drifted, otherwise, onlyConfiguration, stage: String(stage) };
  const causes = [
    ...neverMade(findings, stage),
    ...workersNotConnected(findings, stage),
    ...(unacted.length > 0 ? [notActed(stage)] : []),
    ...(await causesAround(tutorial, concerned, seen)),
  ];
  return eachOnce(causes);
}

const IN_CONFIGHUB = ' in ConfigHub';

/** Whether the cluster has something else than what ConfigHub says, of a unit that was applied. */
function isDrift({ data }: Unit, { what, expected, found }: Finding): boolean {
  if (expected === 'a Deployment') return true;
  const subject = what.slice(what.indexOf(', ') + 2);
  const { replicas, settings } = serviceConfig(data);
  if (subject === 'rollout') return false;
  return found !== String((subject === 'replicas' ? replicas : settings[subject]) ?? 'nothing');
}

/**
 * The findings that are only what a stage is about, when all of that is missing: then it was set up, and nobody has acted
 * it out. Where the base has it, or a region is behind, something else is the matter.
 */
function notActedOut(
  findings: readonly Finding[],
  concerned: readonly Unit[],
  number: number,
  names: Names,
): string[] {
  if (!stageOf(number).act || concerned.some(({ upstream }) => upstream && upstream.revision < upstream.head))
    return [];
  const about = findings
    .map(({ what }) => what)
    .filter((what) => what.endsWith(IN_CONFIGHUB) && !what.includes(', replicas'));
  const lacks = (place: string) => about.some((what) => what.startsWith(`${place}/`));
  // Stage 6 says nothing of the base.
  const places = [...(number === 6 ? [] : [names.base]), ...REGIONS.map((region) => names.place(region))];
  return places.every(lacks) ? about : [];
}

function notActed(stage: number): Cause {
  return {
    because: `what stage ${stage} is about was not done yet; setting it up and deploying it makes its starting point`,
    todo: `npm run stage -- ${stage}`,
  };
}

function workersNotConnected(findings: readonly Finding[], stage: number): Cause[] {
  return findings
    .filter(({ what }) => what.endsWith(CONNECTION))
    .map(({ what, found }) => {
      const slug = what.slice(what.indexOf('/') + 1, -CONNECTION.length);
      return notConnected({ slug, condition: found }, String(stage));
    });
}

function neverMade(findings: readonly Finding[], stage: number): Cause[] {
  const missing = findings.filter(isNeverMade).map(({ what }) => what);
  if (missing.length === 0) return [];
  const because = `${missing.join(', ')} ${missing.length === 1 ? 'was' : 'were'} never made`;
  return [{ because, todo: settingUp(String(stage)) }];
}

/** The likely causes of a failure, by what its message names and by what did not reach the cluster. */
export async function causesOfFailure(tutorial: Tutorial, message: string): Promise<Cause[]> {
  const { units } = await lookAtHubAnew(tutorial);
  const concerned = units.filter(
    (unit) =>
      message.includes(`${unit.space}/${unit.slug}`) ||
      (unit.event !== undefined && unit.event.status !== 'Completed'),
  );
  return causesAround(tutorial, concerned, {
    drifted: [],
    otherwise: [],
    onlyConfiguration: [],
    stage: 'NUMBER',
  });
}

/** What the findings say of the units that they concern. */
interface Seen {
  drifted: readonly Unit[];
  otherwise: readonly Unit[];
  onlyConfiguration: readonly Unit[];
  stage: string;
}

async function causesAround(
  tutorial: Tutorial,
  concerned: readonly Unit[],
  { drifted, otherwise, onlyConfiguration, stage }: Seen,
): Promise<Cause[]> {
  const { names, can } = tutorial;
  // What regions are cloned from goes to no cluster.
  const units = concerned.filter(({ space }) => space !== names.base);
  if (units.length === 0) return [];
  const workerSpaceOf = ({ space }: Unit): string => names.workerSpace(space);
  const spacesOf = (some: readonly Unit[]): string[] => [...new Set(some.map(workerSpaceOf))];
  const [targets, workers, namespaces, pods] = await Promise.all([
    targetsIn(tutorial, spacesOf(units.filter(({ target }) => !target))),
    workersAway(tutorial, spacesOf(units.filter(({ target, live, head }) => target && live !== head))),
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
    drifted: namesOf(drifted),
    otherwise: namesOf(otherwise),
    onlyConfiguration: namesOf(onlyConfiguration),
    stage,
    bringing: ({ space, slug }) =>
      releasesOnly(can) ? `cub release publish ${space}` : `cub unit apply --space ${space} ${slug}`,
    ...(releasesOnly(can) ? { bringingBack: ({ space }) => applyingAgain(space) } : {}),
  });
}

function namesOf(units: readonly Unit[]): Set<string> {
  return new Set(units.map(({ space, slug }) => `${space}/${slug}`));
}

async function targetsIn({ cub }: Tutorial, spaces: readonly string[]): Promise<Map<string, Target>> {
  const found = new Map<string, Target>();
  for (const space of spaces) {
    const [target] = await cub.targets.list(space);
    if (target) found.set(space, target);
  }
  return found;
}

const NOT_PULLED = ['ErrImagePull', 'ImagePullBackOff', 'InvalidImageName'];

function stuck({ metadata, status }: V1Pod): StuckPod[] {
  const waiting = status?.containerStatuses?.find(({ state }) =>
    NOT_PULLED.includes(state?.waiting?.reason ?? ''),
  );
  if (!waiting) return [];
  return [{ namespace: metadata?.namespace ?? '', name: metadata?.name ?? '', image: waiting.image }];
}
