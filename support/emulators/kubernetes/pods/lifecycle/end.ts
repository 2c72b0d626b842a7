import type { Step } from './model';
import { tellNormal } from './step';
import { TIMING } from './timing';

const DEFAULT_GRACE = 30;

/** The pod is to be deleted: its programs are stopped and have the grace period, or less, to end. */
export function end(step: Step): void {
  const { run, pod, actions } = step;
  if (run.ending) return;
  run.ending = true;
  const running = run.containers.filter(({ state }) => state.running);
  for (const { name } of running) {
    tellNormal(step, name, 'Killing', `Stopping container ${name}`);
    actions.push({ do: 'kill', container: name });
  }
  const grace = (pod.metadata.deletionGracePeriodSeconds ?? DEFAULT_GRACE) * 1_000;
  const milliseconds = running.length > 0 ? Math.min(grace, TIMING.shutdown) : 0;
  actions.push({ do: 'wait', milliseconds, signal: { is: 'gone' } });
}
