import { backoff } from '../../controllers/loop/backoff';
import type { Step } from './model';
import { type Subject, tellNormal, tellWarning, wait } from './step';
import { CRASH_BACKOFF, TIMING } from './timing';

/** Begins to pull a container's image, unless it is there and the policy is content with that. */
export function pull(step: Step, { container, own }: Subject): void {
  const { image, name } = container;
  const policy = container.imagePullPolicy ?? 'IfNotPresent';
  const present = step.facts.isPresent(image);
  if (policy !== 'Always' && present) {
    own.image = imageName(step, { container, own });
    tellNormal(
      step,
      name,
      'Pulled',
      `Container image "${image}" already present on machine and can be accessed by the pod`,
    );
    later(step, TIMING.create, { is: 'start', container: name });
  } else if (policy === 'Never') {
    const message = `Container image "${image}" is not present with pull policy of Never`;
    tellWarning(step, name, 'ErrImageNeverPull', message);
    tellWarning(step, name, 'Failed', 'Error: ErrImageNeverPull');
    wait(own, 'ErrImageNeverPull', message);
    later(step, TIMING.retry, { is: 'pull', container: name });
  } else {
    tellNormal(step, name, 'Pulling', `Pulling image "${image}"`);
    later(step, present ? TIMING.pullPresent : TIMING.pull, { is: 'pulled', container: name });
  }
}

/** The pull is over: the container is started next, or it is told why the image cannot be had. */
export function pulled(step: Step, { container, own }: Subject): void {
  const { image, name } = container;
  const result = step.facts.pull(container);
  if ('image' in result) {
    own.failedPulls = 0;
    own.image = result.image;
    const took = `${result.took}ms`;
    tellNormal(
      step,
      name,
      'Pulled',
      `Successfully pulled image "${image}" in ${took} (${took} including waiting)`,
    );
    later(step, TIMING.create, { is: 'start', container: name });
    return;
  }
  const { problem, message } = result;
  own.failedPulls += 1;
  if (problem === 'InvalidImageName') tellWarning(step, name, 'InspectFailed', message);
  else tellWarning(step, name, 'Failed', `Failed to pull image "${image}": ${message}`);
  tellWarning(step, name, 'Failed', `Error: ${problem}`);
  wait(own, problem, message);
  if (problem !== 'InvalidImageName') later(step, TIMING.retry, { is: 'pull-back-off', container: name });
}

/** Between two attempts to pull: says so, and tries again when the wait is over. */
export function pullBackOff(step: Step, { container, own }: Subject): void {
  const { image, name } = container;
  const short = `Back-off pulling image "${image}"`;
  const why = own.state.waiting?.message ?? '';
  tellNormal(step, name, 'BackOff', short);
  tellWarning(step, name, 'Failed', 'Error: ImagePullBackOff');
  wait(own, 'ImagePullBackOff', why ? `${short}: ErrImagePull: ${why}` : short);
  later(step, backoff(own.failedPulls, CRASH_BACKOFF), { is: 'pull', container: name });
}

function imageName(step: Step, { container }: Subject): string {
  const result = step.facts.pull(container);
  return 'image' in result ? result.image : container.image;
}

function later(
  { actions }: Step,
  milliseconds: number,
  signal: { is: 'pull' | 'pulled' | 'pull-back-off' | 'start'; container: string },
): void {
  actions.push({ do: 'wait', milliseconds, signal });
}
