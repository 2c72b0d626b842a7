import type { Target } from '../../cub/targets';
import type { Unit } from '../../cub/unit';
import type { Worker } from '../../cub/workers';

/** Why something does not work, most likely, and what to do about it. */
export interface Cause {
  /** `traderx-prod-eu/trade-service has no target, so no worker carries it to the cluster` */
  because: string;
  todo: string;
}

/** A pod that waits for an image which cannot be pulled. */
export interface StuckPod {
  namespace: string;
  name: string;
  image: string;
}

/** What is seen around units that are not as they should be. */
export interface Facts {
  /** The units concerned. */
  units: readonly Unit[];
  /** A target for a unit that has none; undefined when no worker ever connected. */
  targetFor(unit: Unit): Target | undefined;
  /** The worker that serves a unit, where it is away; undefined when it is connected. */
  awayFrom(unit: Unit): Worker | undefined;
  /** The space of the worker that serves a unit. */
  workerSpaceOf(unit: Unit): string;
  /** The namespace that a unit's objects are in, when they are in one. */
  namespaceOf(unit: Unit): string | undefined;
  namespaces: readonly string[];
  stuckPods: readonly StuckPod[];
  /** The command that brings the newest revision of a unit to the cluster. */
  bringing(unit: Unit): string;
  /** What brings back what the cluster had of a unit, where the same command does not. */
  bringingBack?(unit: Unit): string;
  /** Units whose objects differ in the cluster from what was applied, as far as is known. */
  drifted: ReadonlySet<string>;
  /** Units that have no target and need none: what others are cloned from. */
  onlyConfiguration: ReadonlySet<string>;
  /** Units whose config data in ConfigHub is not what the stage says. */
  otherwise: ReadonlySet<string>;
  /** What `npm run setup-structure` is told: the stage's number, or that there is one. */
  stage: string;
}

type Rule = (unit: Unit, facts: Facts) => Cause | undefined;

/** The likely cause for each unit, each cause once. The first rule that fits a unit tells. */
export function causesOf(facts: Facts): Cause[] {
  const rules = [
    noTarget,
    gated,
    workerAway,
    namespaceMissing,
    imageMissing,
    behind,
    applyFailed,
    notApplied,
    drifted,
    otherwise,
  ];
  const causes = facts.units.flatMap((unit) => {
    for (const rule of rules) {
      const cause = rule(unit, facts);
      if (cause) return [cause];
    }
    return [];
  });
  return eachOnce(causes);
}

/** The causes, each once: of those that say the same the last one stays. */
export function eachOnce(causes: readonly Cause[]): Cause[] {
  return [...new Map(causes.map((cause) => [cause.because, cause])).values()];
}

/** A worker is away, in whatever way that was noticed. `stage` is what `npm run setup-structure` is told. */
export function notConnected({ slug, condition }: Worker, stage: string): Cause {
  return {
    because: `the worker ${slug} is not connected (${condition}), so nothing is carried to the cluster`,
    todo: `${settingUp(stage)} starts it again; to see its pod: kubectl get pods -n ${slug}`,
  };
}

/** A cause as lines for a person. */
export function describeCause({ because, todo }: Cause): string {
  return `likely cause: ${because}\n  what to do: ${todo}`;
}

const noTarget: Rule = (unit, facts) => {
  if (unit.target || facts.onlyConfiguration.has(nameOf(unit))) return undefined;
  const target = facts.targetFor(unit);
  const space = facts.workerSpaceOf(unit);
  return {
    because: `${nameOf(unit)} has no target, so no worker carries it to the cluster`,
    // `set-target` looks in the unit's own space only.
    todo:
      target && unit.space === space
        ? `cub unit set-target --space ${unit.space} ${unit.slug} ${target.slug}`
        : `${settingUp(facts.stage)}: it starts the worker of ${space} where there is none, and gives the tutorial's units their target`,
  };
};

/** The command that makes what a stage lacks. */
export const settingUp = (stage: string): string => `npm run setup-structure -- ${stage}`;

const gated: Rule = (unit) => {
  const { gates } = unit;
  if (gates.length === 0) return undefined;
  return {
    because: `${nameOf(unit)} may not be applied: ${gates.length === 1 ? 'the gate' : 'the gates'} ${gates.join(', ')} ${gates.length === 1 ? 'holds' : 'hold'} it back`,
    todo: `mend what each gate checks; one that waits for approval opens with cub unit approve --space ${unit.space} ${unit.slug}`,
  };
};

const workerAway: Rule = (unit, facts) => {
  const worker = isApplied(unit) ? undefined : facts.awayFrom(unit);
  return worker && notConnected(worker, facts.stage);
};

const namespaceMissing: Rule = (unit, { namespaceOf, namespaces, bringingBack, stage }) => {
  const namespace = namespaceOf(unit);
  if (namespace === undefined || namespaces.includes(namespace)) return undefined;
  return {
    because: `the namespace ${namespace} does not exist in the cluster`,
    todo: bringingBack
      ? `what pulls releases brings it back within ten minutes, and then what was in it; at once with npm run deploy -- ${stage}`
      : 'apply the unit that holds it first, then the services: npm run deploy does it in this order',
  };
};

const imageMissing: Rule = (unit, { namespaceOf, stuckPods, bringing }) => {
  const stuck = stuckPods.find(
    ({ namespace, name }) => namespace === namespaceOf(unit) && name.startsWith(`${unit.slug}-`),
  );
  if (!stuck) return undefined;
  return {
    because: `${nameOf(unit)} waits for the image ${stuck.image}, which cannot be pulled`,
    todo: `correct its name or version, or take the revision before back: cub unit update --space ${unit.space} ${unit.slug} --restore ${Math.max(unit.head - 1, 1)}; then ${bringing(unit)}`,
  };
};

const behind: Rule = (unit, { bringing }) => {
  if (!unit.upstream || unit.upstream.revision >= unit.upstream.head) return undefined;
  const { slug, revision, head } = unit.upstream;
  return {
    because: `${nameOf(unit)} is behind its upstream ${slug}: it took revision ${revision}, there is ${head}`,
    todo: `cub unit update --space ${unit.space} ${unit.slug} --upgrade; then ${bringing(unit)}`,
  };
};

const applyFailed: Rule = (unit) => {
  if (isApplied(unit) || unit.event?.status !== 'Failed') return undefined;
  return {
    because: `the last apply of ${nameOf(unit)} failed: ${unit.event.message || unit.event.result}`,
    todo: 'mend its configuration, then apply again',
  };
};

const notApplied: Rule = (unit, { bringing, onlyConfiguration }) => {
  if (isApplied(unit) || onlyConfiguration.has(nameOf(unit))) return undefined;
  const newest = `revision ${unit.head} of ${nameOf(unit)}`;
  return {
    because: unit.live === 0 ? `${nameOf(unit)} was never applied` : `${newest} was not applied yet`,
    todo: bringing(unit),
  };
};

const drifted: Rule = (unit, facts) => {
  if (!facts.drifted.has(nameOf(unit))) return undefined;
  return {
    because: `somebody changed ${nameOf(unit)} in the cluster, behind ConfigHub's back`,
    todo: (facts.bringingBack ?? facts.bringing)(unit),
  };
};

const otherwise: Rule = (unit, facts) => {
  if (!facts.otherwise.has(nameOf(unit))) return undefined;
  const why = unit.description ? ` ("${unit.description}")` : '';
  return {
    because: `${nameOf(unit)} says so in ConfigHub: revision ${unit.head}${why}`,
    todo: `to see who changed what: cub revision list --space ${unit.space} ${unit.slug}; to take a revision back: cub unit update --space ${unit.space} ${unit.slug} --restore NUMBER; then ${facts.bringing(unit)}`,
  };
};

function isApplied(unit: Unit): boolean {
  return unit.live === unit.head;
}

function nameOf({ space, slug }: Unit): string {
  return `${space}/${slug}`;
}
