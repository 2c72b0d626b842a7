import { timestamp } from '../../clock/clock';
import { backoff } from '../../controllers/loop/backoff';
import type { Pod } from '../../controllers/objects/pod';
import type { ContainerRun, PodRun, Step } from './model';
import { TIMING } from './timing';

/** A pod as the node begins with it. */
export function freshRun(pod: Pod, now: Date): PodRun {
  const containers = pod.spec.containers.map(({ name }) => freshContainer(name));
  return { startTime: timestamp(now), containers, failedMounts: 0, ending: false };
}

/** A container as the node begins with it. */
export function freshContainer(name: string): ContainerRun {
  return {
    name,
    state: { waiting: { reason: 'ContainerCreating' } },
    lastState: {},
    ready: false,
    started: false,
    restarts: 0,
    failedPulls: 0,
    crashes: 0,
    failedProbes: {},
  };
}

/** The pod was given to the node: its network and volumes come next. */
export function assigned({ actions }: Step): void {
  actions.push({ do: 'wait', milliseconds: TIMING.sandbox, signal: { is: 'mount' } });
}

/** Mounts the volumes and gives the pod its address; a Secret or ConfigMap that is missing keeps it waiting. */
export function mount({ run, facts, actions }: Step): void {
  const problem = facts.mount();
  if (problem !== undefined) {
    run.failedMounts += 1;
    actions.push({ do: 'tell', type: 'Warning', reason: 'FailedMount', message: problem });
    const milliseconds = backoff(run.failedMounts, { first: 500, longest: 122_000 });
    actions.push({ do: 'wait', milliseconds, signal: { is: 'mount' } });
    return;
  }
  run.podIP ??= facts.takeAddress();
  for (const { name } of run.containers) {
    actions.push({ do: 'wait', milliseconds: 0, signal: { is: 'pull', container: name } });
  }
}
