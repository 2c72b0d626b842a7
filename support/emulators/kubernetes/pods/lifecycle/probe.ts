import type { Probe } from '../../controllers/objects/pod';
import { exited } from './exit';
import type { ProbeKind, Step } from './model';
import { awaitProbe } from './start';
import { type Subject, tellNormal, tellWarning } from './step';

const KILLED = 137;

/**
 * A probe is due. What programs answer does not change while they run, so a probe that succeeded is not repeated; one
 * that fails is, and startup and liveness probes restart the container when they have failed too often.
 */
export function probe(step: Step, { container, own }: Subject, kind: ProbeKind): void {
  if (!own.state.running) return;
  const told = container[`${kind}Probe`];
  const problem = told && step.facts.probe(container, told);
  if (!told || problem === undefined) passed(step, { container, own }, kind);
  else failed(step, { container, own }, kind, told, problem);
}

function failed(
  step: Step,
  { container, own }: Subject,
  kind: ProbeKind,
  told: Probe,
  problem: string,
): void {
  const { periodSeconds = 10, failureThreshold = 3 } = told;
  const failures = (own.failedProbes[kind] ?? 0) + 1;
  own.failedProbes[kind] = failures;
  tellWarning(step, container.name, 'Unhealthy', `${TITLES[kind]} probe failed: ${problem}`);
  if (kind === 'readiness' || failures < failureThreshold) {
    const signal = { is: 'probe', kind, container: container.name } as const;
    step.actions.push({ do: 'wait', milliseconds: periodSeconds * 1_000, signal });
    return;
  }
  const message = `Container ${container.name} failed ${kind} probe, will be restarted`;
  tellNormal(step, container.name, 'Killing', message);
  step.actions.push({ do: 'kill', container: container.name });
  exited(step, { container, own }, KILLED);
}

function passed(step: Step, { container, own }: Subject, kind: ProbeKind): void {
  own.failedProbes[kind] = 0;
  if (kind === 'readiness') own.ready = true;
  if (kind !== 'startup') return;
  own.started = true;
  awaitProbe(step, { container, own }, 'readiness');
  awaitProbe(step, { container, own }, 'liveness');
}

const TITLES = { startup: 'Startup', readiness: 'Readiness', liveness: 'Liveness' };
