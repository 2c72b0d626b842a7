import type { KubeObject } from '../cluster/kube-object';
import { conditionsOf, textIn } from './fields';
import { current, failed, inProgress, type Result } from './result';

interface ContainerStatus {
  name: string;
  state?: { waiting?: { reason?: string; message?: string } };
}

/** A Pod is current when it is ready or has ended; it has failed when a container crashes again and again. */
export function pod(object: KubeObject): Result {
  const phase = textIn(object, 'status', 'phase');
  if (phase === 'Succeeded') return current('Pod has completed successfully');
  if (phase === 'Failed') return current('Pod has completed, but not successfully');
  if (phase === 'Running') return running(object);
  if (phase === 'Pending') return inProgress('Pod is in the Pending phase');
  return inProgress('Pod phase not available');
}

function running(object: KubeObject): Result {
  if (conditionsOf(object).some((c) => c.type === 'Ready' && c.status === 'True'))
    return current('Pod is Ready');
  const crashing = containersOf(object).filter((c) => c.state?.waiting?.reason === 'CrashLoopBackOff');
  if (crashing.length)
    return failed(`Containers in CrashLoop state: ${crashing.map((c) => c.name).join(',')}`);
  return inProgress('Pod is running but is not Ready');
}

/** What each waiting container of a pod waits for, in the cluster's words. */
export function waitingFor(object: KubeObject): string[] {
  return containersOf(object).flatMap(({ state }) =>
    state?.waiting?.message
      ? [`${state.waiting.reason}: ${state.waiting.message}`]
      : (state?.waiting?.reason ?? []),
  );
}

function containersOf(object: KubeObject): ContainerStatus[] {
  const statuses = object.status?.containerStatuses;
  return Array.isArray(statuses) ? (statuses as ContainerStatus[]) : [];
}
