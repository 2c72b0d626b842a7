import { timestamp } from '../../clock/clock';
import type { KubeObject } from '../../store/kube-object';
import type { Change } from '../loop/change';
import type { Pod, PodCondition, PodStatus } from '../objects/pod';
import { hasLabels } from '../selectors/label-selector';

/** A node, as far as the choice of one depends on it. */
export interface Node extends KubeObject {
  spec?: { unschedulable?: boolean };
}

/**
 * Gives a pod its node: the first that is open to pods and carries the labels that the pod asks for. Requests for
 * CPU and memory are not weighed. Without such a node the pod stays Pending and says why, as the scheduler does.
 */
export function decideSchedule(pod: Pod, nodes: Node[], now: Date): Change[] {
  if (pod.spec.nodeName || pod.metadata.deletionTimestamp) return [];
  const open = nodes.filter((node) => !node.spec?.unschedulable);
  const node = open.find(({ metadata }) => hasLabels(metadata.labels, pod.spec.nodeSelector ?? {}));
  return node ? bind(pod, node, now) : reject(pod, nodes.length, nodes.length - open.length, now);
}

function bind(pod: Pod, node: Node, now: Date): Change[] {
  const { namespace, name } = pod.metadata;
  const bound: Pod = { ...pod, spec: { ...pod.spec, nodeName: node.metadata.name } };
  const message = `Successfully assigned ${namespace}/${name} to ${node.metadata.name}`;
  const scheduled = { ...bound, status: withScheduled(pod, { status: 'True' }, now) };
  return [
    { do: 'update', object: bound, manager: 'kube-scheduler' },
    { do: 'update-status', object: scheduled, manager: 'kube-scheduler' },
    tell(pod, 'Normal', 'Scheduled', message),
  ];
}

function reject(pod: Pod, all: number, closed: number, now: Date): Change[] {
  const reasons = [
    ...(all > closed ? [`${all - closed} node(s) didn't match Pod's node affinity/selector`] : []),
    ...(closed > 0 ? [`${closed} node(s) were unschedulable`] : []),
  ];
  const why = reasons.join(', ') || 'no nodes available to schedule pods';
  const preemption = `preemption: 0/${all} nodes are available: ${all} Preemption is not helpful for scheduling.`;
  const message = `0/${all} nodes are available: ${why}. ${preemption}`;
  const status = withScheduled(pod, { status: 'False', reason: 'Unschedulable', message }, now);
  const told = pod.status?.conditions?.some((condition) => condition.message === message);
  if (told) return [];
  return [
    { do: 'update-status', object: { ...pod, status }, manager: 'kube-scheduler' },
    tell(pod, 'Warning', 'FailedScheduling', message),
  ];
}

function withScheduled(
  pod: Pod,
  found: Pick<PodCondition, 'status' | 'reason' | 'message'>,
  now: Date,
): PodStatus {
  const others = (pod.status?.conditions ?? []).filter((condition) => condition.type !== 'PodScheduled');
  const condition = {
    type: 'PodScheduled',
    ...found,
    observedGeneration: pod.metadata.generation,
    lastProbeTime: null,
    lastTransitionTime: timestamp(now),
  };
  return {
    ...pod.status,
    phase: 'Pending',
    conditions: [...others, condition],
  };
}

function tell(about: Pod, type: 'Normal' | 'Warning', reason: string, message: string): Change {
  return {
    do: 'tell',
    occurrence: { about, type, reason, message, source: { component: 'default-scheduler' } },
  };
}
