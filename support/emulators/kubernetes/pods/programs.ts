import type { Clock } from '../clock/clock';
import type { Pod } from '../controllers/objects/pod';
import type { RunningProgram } from '../images/model';
import type { ClusterAccess } from './access';
import { ContainerLog } from './logs/container-log';
import type { ContainerLogs } from './logs/open-log';
import type { NodeMachine } from './node-machine';

/** What a pod's programs need from around them. */
export interface ProgramsContext {
  machine: NodeMachine;
  clock: Clock;
  access: (namespace: string, serviceAccount: string) => ClusterAccess;
  /** Keeps track of a program that is ending. */
  ending: (over: Promise<void>) => void;
  /** Hears what programs write to their logs. */
  heard?: (pod: Pod, line: string) => void;
}

/** The programs in one pod's containers, and what they wrote. */
export class Programs {
  readonly #running = new Map<string, RunningProgram>();
  readonly #logs = new Map<string, ContainerLogs>();
  #exited: (container: string, exitCode: number) => void = () => undefined;

  constructor(private readonly context: ProgramsContext) {}

  /** Sets who hears of a program that ends by itself. */
  onExit(listener: (container: string, exitCode: number) => void): void {
    this.#exited = listener;
  }

  /** The programs that run now. */
  running(): Iterable<RunningProgram> {
    return this.#running.values();
  }

  /** What the current and the previous run of a container wrote. */
  logs(container: string): ContainerLogs {
    return this.#logs.get(container) ?? {};
  }

  /** Starts a container's program with a fresh log. */
  launch(pod: Pod, name: string, environment: Record<string, string>): void {
    const { machine, clock, access, ending, heard } = this.context;
    const container = pod.spec.containers.find((candidate) => candidate.name === name);
    const pull = machine.lookUp(container?.image ?? '');
    if (!container || 'problem' in pull) return;
    this.stop(name);
    const log = new ContainerLog();
    this.#logs.set(name, { current: log, previous: this.#logs.get(name)?.current });
    const { namespace = '' } = pod.metadata;
    let over = false;
    const program = pull.image.program({
      image: container.image,
      environment,
      args: container.args ?? [],
      declaredPorts: (container.ports ?? []).map(({ containerPort }) => containerPort),
      access: () => access(namespace, pod.spec.serviceAccountName ?? 'default'),
      log: (line) => {
        log.write(line, clock.now());
        heard?.(pod, line);
      },
      exit: (exitCode) => {
        if (over) return;
        over = true;
        if (this.logs(name).current !== log) return;
        this.#running.delete(name);
        log.close();
        this.#exited(name, exitCode);
      },
      now: clock.now,
      pace: clock.pace,
    });
    if (over) ending(program.stop());
    else this.#running.set(name, program);
  }

  /** Stops a container's program, if it runs; its end is not told. */
  stop(name: string): void {
    const program = this.#running.get(name);
    if (!program) return;
    this.#running.delete(name);
    this.logs(name).current?.close();
    this.context.ending(program.stop());
  }

  stopAll(): void {
    for (const name of [...this.#running.keys()]) this.stop(name);
  }
}
