import type { Pod } from '../../controllers/objects/pod';
import { assigned, mount } from './begin';
import { end } from './end';
import { exited, restart } from './exit';
import type { Action, Facts, PodRun, Signal, Step } from './model';
import { probe } from './probe';
import { pull, pullBackOff, pulled } from './pull';
import { start } from './start';
import { subject } from './step';

/**
 * The next step of a pod's life: from what it is, what has happened and what the node finds, what it becomes and what
 * the node is to do. Nothing is changed but the copy that is returned. A pod that is ending takes no other step.
 */
export function react(
  pod: Pod,
  before: PodRun,
  signal: Signal,
  facts: Facts,
): { run: PodRun; actions: Action[] } {
  const step: Step = { pod, run: structuredClone(before), facts, actions: [] };
  if (signal.is === 'gone') step.actions.push({ do: 'remove' });
  else if (signal.is === 'delete') end(step);
  else if (signal.is === 'assigned') assigned(step);
  else if (signal.is === 'mount') whileAlive(step, mount);
  else onContainer(step, signal);
  return { run: step.run, actions: step.actions };
}

function whileAlive(step: Step, next: (step: Step) => void): void {
  if (!step.run.ending) next(step);
}

function onContainer(step: Step, signal: Extract<Signal, { container: string }>): void {
  const found = subject(step, signal.container);
  if (!found) return;
  if (signal.is === 'exited') exited(step, found, signal.exitCode);
  else if (step.run.ending) return;
  else if (signal.is === 'probe') probe(step, found, signal.kind);
  else STEPS[signal.is](step, found);
}

const STEPS = { pull, pulled, 'pull-back-off': pullBackOff, start, restart };
