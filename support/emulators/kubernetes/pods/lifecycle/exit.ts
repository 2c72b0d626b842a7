import { timestamp } from '../../clock/clock';
import { backoff } from '../../controllers/loop/backoff';
import type { Step } from './model';
import { type Subject, tellWarning, wait } from './step';
import { CRASH_BACKOFF, STEADY, TIMING } from './timing';

/** A container has ended. The restart policy decides whether it comes again; the first time at once, then ever later. */
export function exited(step: Step, { container, own }: Subject, exitCode: number): void {
  const { running } = own.state;
  if (!running) return;
  if (step.facts.elapsed(running.startedAt) >= STEADY) own.crashes = 0;
  own.crashes += 1;
  own.ready = false;
  own.started = false;
  own.state = {
    terminated: {
      exitCode,
      reason: exitCode === 0 ? 'Completed' : 'Error',
      startedAt: running.startedAt,
      finishedAt: timestamp(step.facts.now),
      containerID: own.containerID ?? '',
    },
  };
  const policy = step.pod.spec.restartPolicy ?? 'Always';
  if (step.run.ending || policy === 'Never' || (policy === 'OnFailure' && exitCode === 0)) return;
  const milliseconds = own.crashes === 1 ? TIMING.restart : backoff(own.crashes - 1, CRASH_BACKOFF);
  if (own.crashes > 1) crashLoop(step, { container, own }, milliseconds);
  step.actions.push({ do: 'wait', milliseconds, signal: { is: 'restart', container: container.name } });
}

/** The wait after a crash is over. */
export function restart(step: Step, { container, own }: Subject): void {
  if (own.state.terminated) own.lastState = own.state;
  own.restarts += 1;
  wait(own, 'ContainerCreating');
  step.actions.push({ do: 'wait', milliseconds: 0, signal: { is: 'pull', container: container.name } });
}

function crashLoop(step: Step, { container, own }: Subject, milliseconds: number): void {
  const { name, namespace, uid } = step.pod.metadata;
  const pod = `${name}_${namespace}(${uid})`;
  own.lastState = own.state;
  const message = `back-off ${duration(milliseconds)} restarting failed container=${container.name} pod=${pod}`;
  wait(own, 'CrashLoopBackOff', message);
  tellWarning(
    step,
    container.name,
    'BackOff',
    `Back-off restarting failed container ${container.name} in pod ${pod}`,
  );
}

function duration(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1_000);
  return seconds < 60 ? `${seconds}s` : `${Math.floor(seconds / 60)}m${seconds % 60}s`;
}
