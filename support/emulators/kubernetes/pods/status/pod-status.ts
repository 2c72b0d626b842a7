import { createHash } from 'node:crypto';
import type { ContainerStatus, Pod, PodPhase, PodStatus } from '../../controllers/objects/pod';
import type { ContainerRun, PodRun } from '../lifecycle/model';
import { HOST_IP } from '../node';
import { conditionsOf } from './conditions';
import { qualityOfService } from './quality-of-service';

/** The status of a pod as the node tells it (upstream's generateAPIPodStatus). */
export function podStatus(pod: Pod, run: PodRun, now: Date): PodStatus {
  const phase = phaseOf(pod, run);
  return {
    ...pod.status,
    observedGeneration: pod.metadata.generation,
    phase,
    conditions: conditionsOf(pod, run, phase, now),
    hostIP: HOST_IP,
    hostIPs: [{ ip: HOST_IP }],
    ...(run.podIP ? { podIP: run.podIP, podIPs: [{ ip: run.podIP }] } : {}),
    startTime: run.startTime,
    qosClass: pod.status?.qosClass ?? qualityOfService(pod),
    ...(pod.spec.initContainers?.length ? { initContainerStatuses: initStatuses(pod, run) } : {}),
    containerStatuses: run.containers.map((own) => containerStatus(own, imageOf(pod, own))),
  };
}

/** The digest that stands for an image's content: made up, and always the same for the same name. */
export function imageID(image: string): string {
  const repository = image.replace(/@.*$/, '').replace(/:[^/:]*$/, '');
  const digest = /@(sha256:[0-9a-f]{64})$/.exec(image)?.[1];
  return `${repository}@${digest ?? `sha256:${createHash('sha256').update(image).digest('hex')}`}`;
}

function phaseOf(pod: Pod, { containers }: PodRun): PodPhase {
  const policy = pod.spec.restartPolicy ?? 'Always';
  const stopped = containers.filter(
    ({ state, lastState }) => state.terminated || (state.waiting && lastState.terminated),
  );
  const running = containers.filter(({ state }) => state.running);
  if (stopped.length + running.length < containers.length) return 'Pending';
  if (running.length > 0 || policy === 'Always') return 'Running';
  if (containers.some(({ state }) => !state.terminated)) return 'Running';
  const failed = containers.some(({ state }) => state.terminated?.exitCode !== 0);
  if (!failed) return 'Succeeded';
  return policy === 'Never' ? 'Failed' : 'Running';
}

function containerStatus(own: ContainerRun, specified: string): ContainerStatus {
  const image = own.image ?? specified;
  return {
    name: own.name,
    image,
    imageID: own.containerID ? imageID(image) : '',
    ...(own.containerID ? { containerID: own.containerID } : {}),
    ready: own.ready,
    started: own.started,
    restartCount: own.restarts,
    state: own.state,
    lastState: own.lastState,
  };
}

/** Init containers run nothing here: they have completed as soon as the pod has its network. */
function initStatuses(pod: Pod, { podIP, startTime }: PodRun): ContainerStatus[] {
  return (pod.spec.initContainers ?? []).map(({ name, image }) => {
    const times = { startedAt: startTime, finishedAt: startTime };
    const completed = { exitCode: 0, reason: 'Completed', ...times, containerID: '' };
    const state = podIP ? { terminated: completed } : { waiting: { reason: 'PodInitializing' } };
    const done = podIP !== undefined;
    return { name, image, imageID: '', ready: done, started: false, restartCount: 0, state, lastState: {} };
  });
}

function imageOf(pod: Pod, { name }: ContainerRun): string {
  return pod.spec.containers.find((container) => container.name === name)?.image ?? '';
}
