import type { Container } from '../../controllers/objects/pod';
import type { ContainerRun, Step } from './model';

/** What a container's run is told apart by: its spec and its run. */
export interface Subject {
  container: Container;
  own: ContainerRun;
}

/** A container of the pod with its run; undefined when the pod has none of that name. */
export function subject({ pod, run }: Step, name: string): Subject | undefined {
  const container = pod.spec.containers.find((candidate) => candidate.name === name);
  const own = run.containers.find((candidate) => candidate.name === name);
  return container && own && { container, own };
}

/** Tells of a container that something went as it should. */
export function tellNormal({ actions }: Step, container: string, reason: string, message: string): void {
  actions.push({ do: 'tell', type: 'Normal', reason, message, container });
}

/** Tells of a container that something went wrong. */
export function tellWarning({ actions }: Step, container: string, reason: string, message: string): void {
  actions.push({ do: 'tell', type: 'Warning', reason, message, container });
}

/** Leaves a container waiting for a reason. */
export function wait(own: ContainerRun, reason: string, message?: string): void {
  own.state = { waiting: message === undefined ? { reason } : { reason, message } };
  own.ready = false;
  own.started = false;
}
