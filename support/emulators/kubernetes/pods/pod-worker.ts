import type { Cancel, Clock } from '../clock/clock';
import type { Effects } from '../controllers/loop/effects';
import { sameContent } from '../controllers/loop/same-content';
import type { Pod } from '../controllers/objects/pod';
import type { ContainerAnswer, ContainerRequest } from '../images/model';
import { isRefusal } from '../status/api-error';
import { answerOn } from './answer';
import { freshRun } from './lifecycle/begin';
import type { Action, PodRun, Signal } from './lifecycle/model';
import { react } from './lifecycle/react';
import { resume } from './lifecycle/resume';
import type { ContainerLogs } from './logs/open-log';
import { NODE_NAME } from './node';
import type { NodeMachine } from './node-machine';
import type { Programs } from './programs';
import { podStatus } from './status/pod-status';

/** What a pod's worker works with. */
export interface PodWorkerContext {
  /** The pod as the store has it, while it is still the same pod. */
  pod(): Pod | undefined;
  machine: NodeMachine;
  programs: Programs;
  clock: Clock;
  effects: Effects;
  log: (line: string) => void;
}

/** Leads one pod through its life: takes steps as things happen, does what they ask for, and tells the status. */
export class PodWorker {
  #run: PodRun;
  #waits = new Map<string, Cancel>();
  #pending: Signal[] = [];
  #busy = false;
  #gone = false;

  /** Begins with a pod that was given to the node; one that already ran is picked up where it was. */
  constructor(
    pod: Pod,
    private readonly context: PodWorkerContext,
  ) {
    const { machine, clock, programs } = context;
    programs.onExit((container, exitCode) => this.signal({ is: 'exited', container, exitCode }));
    const startTime = pod.status?.startTime;
    this.#run = freshRun(pod, clock.now());
    if (startTime === undefined) {
      this.signal({ is: 'assigned' });
      return;
    }
    for (const { image, state } of pod.status?.containerStatuses ?? [])
      if (state.running) machine.keep(image);
    if (pod.status?.podIP) machine.addresses.take(pod.status.podIP);
    const { run, actions } = resume(pod, startTime, this.#facts(pod));
    this.#run = run;
    this.#carryOutAll(pod, actions);
  }

  /** Something happened to the pod. */
  signal(signal: Signal): void {
    if (this.#gone) return;
    this.#pending.push(signal);
    if (!this.#busy) this.#work();
  }

  /** Lets the pod's programs and waits go; nothing is told any more. */
  forget(): void {
    if (this.#gone) return;
    this.#gone = true;
    for (const cancel of this.#waits.values()) cancel();
    this.context.programs.stopAll();
    if (this.#run.podIP) this.context.machine.addresses.give(this.#run.podIP);
  }

  /** Lets the program that listens on a port answer; undefined when none does. */
  answer(port: number, request: ContainerRequest): ContainerAnswer | undefined {
    return answerOn(this.context.programs.running(), port, request);
  }

  logs(container: string): ContainerLogs {
    return this.context.programs.logs(container);
  }

  #work(): void {
    this.#busy = true;
    try {
      for (let signal = this.#pending.shift(); signal && !this.#gone; signal = this.#pending.shift()) {
        const pod = this.context.pod();
        if (!pod) return;
        const { run, actions } = react(pod, this.#run, signal, this.#facts(pod));
        this.#run = run;
        for (const action of actions) this.#carryOut(pod, action);
      }
      this.#tellStatus();
    } catch (error) {
      // One pod that the API refuses must not take the others along.
      const { name, namespace } = this.context.pod()?.metadata ?? {};
      this.context.log(`node: pod ${namespace}/${name}: ${error instanceof Error ? error.stack : error}`);
    } finally {
      this.#busy = false;
    }
  }

  #carryOutAll(pod: Pod, actions: Action[]): void {
    this.#busy = true;
    for (const action of actions) this.#carryOut(pod, action);
    this.#busy = false;
    this.#work();
  }

  #carryOut(pod: Pod, action: Action): void {
    const { programs, effects } = this.context;
    switch (action.do) {
      case 'wait':
        this.#wait(action.milliseconds, action.signal);
        return;
      case 'launch':
        programs.launch(pod, action.container, action.variables);
        return;
      case 'kill':
        programs.stop(action.container);
        return;
      case 'remove':
        this.#remove(pod);
        return;
      case 'tell': {
        const { type, reason, message, container } = action;
        const source = { component: 'kubelet', host: NODE_NAME };
        const fieldPath = container && `spec.containers{${container}}`;
        effects.carryOut({
          do: 'tell',
          occurrence: { about: pod, type, reason, message, source, fieldPath },
        });
      }
    }
  }

  #wait(milliseconds: number, signal: Signal): void {
    if (milliseconds === 0) {
      this.#pending.push(signal);
      return;
    }
    const id = waitId(signal);
    this.#waits.get(id)?.();
    const cancel = this.context.clock.after(milliseconds, () => {
      this.#waits.delete(id);
      this.signal(signal);
    });
    this.#waits.set(id, cancel);
  }

  #remove({ metadata: { name, namespace = '', uid } }: Pod): void {
    this.forget();
    const options = { uid, gracePeriodSeconds: 0 };
    this.#tolerant(() =>
      this.context.effects.carryOut({ do: 'delete', resource: 'pods', name, namespace, options }),
    );
  }

  #tellStatus(): void {
    const pod = this.#gone ? undefined : this.context.pod();
    if (!pod) return;
    const status = podStatus(pod, this.#run, this.context.clock.now());
    if (sameContent(status, pod.status)) return;
    this.#tolerant(() =>
      this.context.effects.carryOut({ do: 'update-status', object: { ...pod, status }, manager: 'kubelet' }),
    );
  }

  /** Does something to the pod; that it is gone meanwhile is no failure. */
  #tolerant(write: () => void): void {
    try {
      write();
    } catch (error) {
      if (!isRefusal(error, 'NotFound')) throw error;
    }
  }

  #facts(pod: Pod) {
    const { machine, programs } = this.context;
    return machine.factsFor(
      pod,
      () => this.#run.podIP ?? '',
      () => programs.running(),
    );
  }
}

function waitId(signal: Signal): string {
  return JSON.stringify(signal);
}
