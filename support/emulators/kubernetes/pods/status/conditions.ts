import { timestamp } from '../../clock/clock';
import type { Pod, PodCondition, PodPhase } from '../../controllers/objects/pod';
import type { PodRun } from '../lifecycle/model';

type Finding = Pick<PodCondition, 'type' | 'status' | 'reason' | 'message'>;

/** The conditions of a pod; the time of transition stays while the status does. Others' conditions are kept. */
export function conditionsOf(pod: Pod, run: PodRun, phase: PodPhase, now: Date): PodCondition[] {
  const before = new Map((pod.status?.conditions ?? []).map((condition) => [condition.type, condition]));
  const readiness = readinessOf(run, phase);
  const findings: Finding[] = [
    { type: 'PodReadyToStartContainers', ...(run.podIP ? { status: 'True' } : NO_SANDBOX) },
    { type: 'Initialized', status: 'True' },
    { type: 'Ready', ...readiness },
    { type: 'ContainersReady', ...readiness },
    { type: 'PodScheduled', status: 'True' },
  ];
  const own = findings.map((finding) => {
    const known = before.get(finding.type);
    before.delete(finding.type);
    const since = known?.status === finding.status ? known.lastTransitionTime : undefined;
    const observedGeneration = pod.metadata.generation;
    return {
      ...finding,
      observedGeneration,
      lastProbeTime: null,
      lastTransitionTime: since ?? timestamp(now),
    };
  });
  return [...own, ...before.values()];
}

const NO_SANDBOX = {
  status: 'False',
  reason: 'PodSandboxNotReady',
  message: 'no pod sandbox exists',
} as const;

function readinessOf({ containers, podIP }: PodRun, phase: PodPhase): Omit<Finding, 'type'> {
  if (phase === 'Succeeded') return { status: 'False', reason: 'PodCompleted' };
  if (phase === 'Failed') return { status: 'False', reason: 'PodFailed' };
  const unready = containers.filter(({ ready }) => !ready).map(({ name }) => name);
  if (unready.length === 0 && podIP) return { status: 'True' };
  return {
    status: 'False',
    reason: 'ContainersNotReady',
    message: `containers with unready status: [${unready.join(' ')}]`,
  };
}
