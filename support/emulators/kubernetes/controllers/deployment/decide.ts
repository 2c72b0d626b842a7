import type { Change } from '../loop/change';
import type { Decision } from '../loop/controller';
import { sameContent } from '../loop/same-content';
import type { Deployment, ReplicaSet } from '../objects/workloads';
import { claim } from '../owners/claim';
import { isEmptySelector } from '../selectors/label-selector';
import { desiredWhenSized, REVISION } from './annotations';
import { syncCurrent } from './current-replica-set';
import { desiredReplicas } from './fenceposts';
import { surplusHistory } from './history';
import { withPause } from './pause';
import { judgeProgress, type SinceProgress, untilDeadline } from './progress';
import { active, allOf, type Rollout, resize, tell } from './rollout';
import { isComplete, statusOf } from './status';
import { allNew, rollingSizes, scaledSizes, withoutOld } from './strategies';
import { sameTemplate } from './template-hash';

/** What a decision about a Deployment is made from. */
export interface DeploymentSituation {
  deployment: Deployment;
  /** All ReplicaSets of its namespace. */
  replicaSets: ReplicaSet[];
  /** Whether any pod of this ReplicaSet is still there; Recreate waits for the last to go. */
  hasPods: (replicaSet: ReplicaSet) => boolean;
  sinceProgress: SinceProgress;
  now: Date;
}

/**
 * What to do about a Deployment now: one step of its rollout and its status. Follows upstream's deployment controller
 * (pkg/controller/deployment, 1.32) step for step.
 */
export function decideDeployment(situation: DeploymentSituation): Decision {
  const { deployment, replicaSets } = situation;
  if (isEmptySelector(deployment.spec.selector)) return { changes: [] };
  const { claimed, changes } = claim(deployment, deployment.spec.selector, replicaSets);
  const rollout = begin(situation, claimed, changes);
  const taken = (name: string) => replicaSets.some((set) => set.metadata.name === name);

  if (deployment.metadata.deletionTimestamp) return conclude(rollout, situation, { judged: false });
  rollout.conditions = withPause(deployment, rollout.conditions, rollout.now);
  if (deployment.spec.paused || isScaling(rollout)) {
    syncCurrent(rollout, false, taken);
    resize(rollout, scaledSizes(rollout));
    prune(rollout);
    return conclude(rollout, situation, { judged: false });
  }
  if (deployment.spec.strategy?.type === 'Recreate') recreate(rollout, taken, situation.hasPods);
  else roll(rollout, taken);
  return conclude(rollout, situation, { judged: true });
}

function begin(situation: DeploymentSituation, claimed: ReplicaSet[], changes: Change[]): Rollout {
  const { deployment, now } = situation;
  const oldestFirst = [...claimed].sort(
    (a, b) =>
      a.metadata.creationTimestamp.localeCompare(b.metadata.creationTimestamp) ||
      a.metadata.name.localeCompare(b.metadata.name),
  );
  const current = oldestFirst.find((set) => sameTemplate(set.spec.template, deployment.spec.template));
  const old = oldestFirst.filter((set) => set !== current);
  return {
    deployment,
    current,
    old,
    conditions: deployment.status?.conditions ?? [],
    changes: [...changes],
    now,
  };
}

function isScaling(rollout: Rollout): boolean {
  const desired = desiredReplicas(rollout.deployment);
  return active(allOf(rollout)).some((set) => (desiredWhenSized(set) ?? desired) !== desired);
}

function roll(rollout: Rollout, taken: (name: string) => boolean): void {
  syncCurrent(rollout, true, taken);
  resize(rollout, rollingSizes(rollout));
  if (isComplete(rollout.deployment, rollout.deployment.status)) prune(rollout);
}

function recreate(
  rollout: Rollout,
  taken: (name: string) => boolean,
  hasPods: (set: ReplicaSet) => boolean,
): void {
  syncCurrent(rollout, false, taken);
  const sizes = withoutOld(rollout);
  resize(rollout, sizes);
  if (sizes.size > 0 || rollout.old.some(hasPods)) return;
  if (!rollout.current) syncCurrent(rollout, true, taken);
  resize(rollout, allNew(rollout));
  if (isComplete(rollout.deployment, rollout.deployment.status)) prune(rollout);
}

function prune(rollout: Rollout): void {
  const namespace = rollout.deployment.metadata.namespace ?? '';
  for (const set of surplusHistory(rollout.deployment, rollout.old)) {
    rollout.changes.push({ do: 'delete', resource: 'replicasets.apps', name: set.metadata.name, namespace });
  }
}

function conclude(
  rollout: Rollout,
  situation: DeploymentSituation,
  { judged }: { judged: boolean },
): Decision {
  const { deployment, current, now } = rollout;
  const all = allOf(rollout);
  const status = statusOf(deployment, current, all, rollout.conditions, now);
  if (judged)
    status.conditions = judgeProgress(deployment, status, current, all, situation.sinceProgress, now);

  const revision = current?.metadata.annotations?.[REVISION];
  const before = deployment.metadata.annotations;
  const annotations = revision === undefined ? before : { ...before, [REVISION]: revision };
  if (!sameContent(status, deployment.status) || revision !== before?.[REVISION]) {
    const metadata = { ...deployment.metadata, annotations };
    rollout.changes.push({ do: 'update-status', object: { ...deployment, metadata, status } });
  }
  return { changes: rollout.changes, again: untilDeadline(deployment, status, situation.sinceProgress) };
}

/** A decision that only tells that the ReplicaSets could not be changed, after the API refused it. */
export function tellRefusal(situation: DeploymentSituation, refused: string): Decision {
  const rollout = begin(situation, [], []);
  tell(rollout, 'Warning', 'ReplicaSetCreateError', refused);
  return { changes: rollout.changes };
}
