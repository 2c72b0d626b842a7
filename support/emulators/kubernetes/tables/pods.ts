import type { Pod } from '../resources/model';
import type { KubeObject } from '../store/kube-object';
import { AGE, type Column, NAME, since, text, wide } from './column';

interface Terminated {
  exitCode?: number;
  signal?: number;
  reason?: string;
  finishedAt?: string;
}

interface ContainerStatus {
  restartCount?: number;
  ready?: boolean;
  state?: { waiting?: { reason?: string }; running?: object; terminated?: Terminated };
  lastState?: { terminated?: Terminated };
}

interface PodStatus {
  phase?: string;
  reason?: string;
  podIP?: string;
  nominatedNodeName?: string;
  conditions?: { type: string; status: string; reason?: string }[];
  containerStatuses?: ContainerStatus[];
  initContainerStatuses?: ContainerStatus[];
}

const statusOf = (object: KubeObject): PodStatus => ((object as Pod).status ?? {}) as PodStatus;

/** `kubectl get pods` */
export const POD_COLUMNS: Column[] = [
  NAME,
  text('Ready', (object) => {
    const ready = (statusOf(object).containerStatuses ?? []).filter(isRunningReady).length;
    return `${ready}/${(object as Pod).spec.containers?.length ?? 0}`;
  }),
  text('Status', podReason),
  text('Restarts', restarts),
  AGE,
  wide('IP', (object) => statusOf(object).podIP ?? '<none>'),
  wide('Node', (object) => (object as Pod).spec.nodeName ?? '<none>'),
  wide('Nominated Node', (object) => statusOf(object).nominatedNodeName ?? '<none>'),
  wide('Readiness Gates', () => '<none>'),
];

function isRunningReady({ ready, state }: ContainerStatus): boolean {
  return Boolean(ready && state?.running);
}

/** The word in the Status column; follows `printPod`. */
function podReason(object: KubeObject): string {
  const status = statusOf(object);
  const terminal = status.phase === 'Succeeded' || status.phase === 'Failed';
  if (object.metadata.deletionTimestamp && !terminal) {
    return status.reason === 'NodeLost' ? 'Unknown' : 'Terminating';
  }
  const initialized = status.conditions?.some(
    ({ type, status: is }) => type === 'Initialized' && is === 'True',
  );
  const initializing = initReason(object as Pod, status);
  const phase = status.reason ?? status.phase ?? '';
  if (initializing && !initialized) return initializing;
  return containersReason(status, phase);
}

function initReason(pod: Pod, status: PodStatus): string | undefined {
  const total = pod.spec.initContainers?.length ?? 0;
  for (const [index, { state }] of (status.initContainerStatuses ?? []).entries()) {
    const { terminated, waiting } = state ?? {};
    if (terminated?.exitCode === 0) continue;
    if (terminated) return `Init:${terminatedReason(terminated)}`;
    return waiting?.reason && waiting.reason !== 'PodInitializing'
      ? `Init:${waiting.reason}`
      : `Init:${index}/${total}`;
  }
  return undefined;
}

function containersReason(status: PodStatus, phase: string): string {
  let reason = phase;
  let errorReason = '';
  let running = false;
  for (const container of [...(status.containerStatuses ?? [])].reverse()) {
    const { waiting, terminated } = container.state ?? {};
    if (waiting?.reason) reason = waiting.reason;
    else if (terminated) {
      reason = terminatedReason(terminated);
      if (terminated.exitCode) errorReason = reason;
    } else if (isRunningReady(container)) running = true;
  }
  if (reason !== 'Completed') return reason;
  const ready = status.conditions?.some(({ type, status: is }) => type === 'Ready' && is === 'True');
  if (running && ready) return 'Running';
  return errorReason || (running ? 'NotReady' : reason);
}

function terminatedReason({ reason, signal, exitCode }: Terminated): string {
  return reason || (signal ? `Signal:${signal}` : `ExitCode:${exitCode}`);
}

function restarts(object: KubeObject, now: Date): string {
  const statuses = statusOf(object).containerStatuses ?? [];
  const total = statuses.reduce((sum, { restartCount = 0 }) => sum + restartCount, 0);
  const ends = statuses.flatMap(({ lastState }) => lastState?.terminated?.finishedAt ?? []).sort();
  const last = ends[ends.length - 1];
  return total > 0 && last ? `${total} (${since(last, now)} ago)` : String(total);
}
