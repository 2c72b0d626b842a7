import type { ContainerStatus, Pod } from '../../controllers/objects/pod';
import { freshContainer } from './begin';
import type { Action, ContainerRun, Facts, PodRun, Step } from './model';
import { awaitProbe } from './start';
import { subject } from './step';

/**
 * Picks a pod up after the node was away: running containers run on, with a new program; those that were ready are
 * ready at once; what was waiting begins again with its image.
 */
export function resume(pod: Pod, startTime: string, facts: Facts): { run: PodRun; actions: Action[] } {
  const told = new Map((pod.status?.containerStatuses ?? []).map((status) => [status.name, status]));
  const containers = pod.spec.containers.map(({ name }) => resumeContainer(name, told.get(name)));
  const run = { startTime, podIP: pod.status?.podIP, containers, failedMounts: 0, ending: false };
  const step: Step = { pod, run, facts, actions: [] };
  if (run.podIP === undefined) step.actions.push({ do: 'wait', milliseconds: 0, signal: { is: 'mount' } });
  else for (const { name } of containers) resumeProgram(step, name);
  return { run, actions: step.actions };
}

function resumeContainer(name: string, told: ContainerStatus | undefined): ContainerRun {
  if (!told) return freshContainer(name);
  const { state, lastState, ready, started, restartCount, image, containerID } = told;
  const own = { ...freshContainer(name), state, lastState, restarts: restartCount };
  return state.running ? { ...own, ready, started, image, containerID } : own;
}

function resumeProgram(step: Step, name: string): void {
  const found = subject(step, name);
  if (!found) return;
  const { own, container } = found;
  if (own.state.terminated) {
    const policy = step.pod.spec.restartPolicy ?? 'Always';
    const over = policy === 'Never' || (policy === 'OnFailure' && own.state.terminated.exitCode === 0);
    if (!over) step.actions.push({ do: 'wait', milliseconds: 0, signal: { is: 'restart', container: name } });
    return;
  }
  const environment = step.facts.environment(container, step.run.podIP ?? '');
  if (!own.state.running || 'problem' in environment) {
    step.actions.push({ do: 'wait', milliseconds: 0, signal: { is: 'pull', container: name } });
    return;
  }
  step.actions.push({ do: 'launch', container: name, variables: environment.variables });
  if (!own.started) awaitProbe(step, found, 'startup');
  else if (!own.ready) awaitProbe(step, found, 'readiness');
  if (own.started) awaitProbe(step, found, 'liveness');
}
