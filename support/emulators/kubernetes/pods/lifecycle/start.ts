import { timestamp } from '../../clock/clock';
import type { ProbeKind, Step } from './model';
import { type Subject, tellNormal, tellWarning, wait } from './step';
import { firstProbe, TIMING } from './timing';

/** Starts a container with its environment; without one it waits and says which Secret, ConfigMap or key is missing. */
export function start(step: Step, { container, own }: Subject): void {
  const { name } = container;
  const environment = step.facts.environment(container, step.run.podIP ?? '');
  if ('problem' in environment) {
    tellWarning(step, name, 'Failed', `Error: ${environment.problem}`);
    wait(own, 'CreateContainerConfigError', environment.problem);
    step.actions.push({ do: 'wait', milliseconds: TIMING.retry, signal: { is: 'start', container: name } });
    return;
  }
  own.containerID = step.facts.freshContainerID();
  own.failedProbes = {};
  own.state = { running: { startedAt: timestamp(step.facts.now) } };
  own.started = container.startupProbe === undefined;
  own.ready = false;
  tellNormal(step, name, 'Created', 'Container created');
  tellNormal(step, name, 'Started', 'Container started');
  step.actions.push({ do: 'launch', container: name, variables: environment.variables });
  for (const kind of own.started ? (['readiness', 'liveness'] as const) : (['startup'] as const)) {
    awaitProbe(step, { container, own }, kind);
  }
}

/** Waits for a probe of a container that has just started or come up; without a readiness probe, for its first answer. */
export function awaitProbe({ actions }: Step, { container }: Subject, kind: ProbeKind): void {
  const probe = container[`${kind}Probe`];
  if (!probe && kind !== 'readiness') return;
  const milliseconds = probe ? firstProbe(probe) : TIMING.boot;
  actions.push({ do: 'wait', milliseconds, signal: { is: 'probe', kind, container: container.name } });
}
