import type { Pod, PodPhase } from '../objects/pod';
import { isReady, readyCondition } from '../pods/pod-facts';

const DELETION_COST = 'controller.kubernetes.io/pod-deletion-cost';
const PHASES: Partial<Record<PodPhase, number>> = { Pending: 0, Unknown: 1, Running: 2 };

/**
 * Pods in the order in which a shrinking ReplicaSet gives them up, as upstream's ActivePodsWithRanks on one node: those
 * without a node, then Pending, then not ready, then cheapest to delete, then ready for the shortest time, then most
 * often restarted, then newest.
 */
export function deletionOrder(pods: Pod[]): Pod[] {
  return [...pods].sort((a, b) => {
    for (const [rank, descending] of RANKS) {
      const [one, other] = [rank(a), rank(b)];
      if (one !== other) return one < other === !descending ? -1 : 1;
    }
    return 0;
  });
}

const RANKS: [rank: (pod: Pod) => number | string, descending: boolean][] = [
  [(pod) => (pod.spec.nodeName ? 1 : 0), false],
  [(pod) => PHASES[pod.status?.phase ?? 'Pending'] ?? 0, false],
  [(pod) => (isReady(pod) ? 1 : 0), false],
  [(pod) => Number(pod.metadata.annotations?.[DELETION_COST] ?? 0) || 0, false],
  [(pod) => (isReady(pod) ? (readyCondition(pod)?.lastTransitionTime ?? '') : ''), true],
  [(pod) => restarts(pod), true],
  [(pod) => pod.metadata.creationTimestamp, true],
];

function restarts(pod: Pod): number {
  return Math.max(0, ...(pod.status?.containerStatuses ?? []).map((status) => status.restartCount));
}
