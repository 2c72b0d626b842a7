import type { Probe } from '../../controllers/objects/pod';

/** How long things take on the node, in emulated milliseconds, where the pod's spec does not say. */
export const TIMING = {
  /** Network and volumes of a pod. */
  sandbox: 200,
  pull: 500,
  /** Asking the registry whether an image that is there is still the newest. */
  pullPresent: 100,
  create: 100,
  /** From a start to the first answer. */
  boot: 1_000,
  /** From SIGTERM to the end. */
  shutdown: 1_000,
  /** From a failed step to the next look at the container. */
  retry: 10_000,
  /** From a first crash to the restart. */
  restart: 1_000,
} as const;

/** Waits after failures: kubelet's, for images and for crashing containers. */
export const CRASH_BACKOFF = { first: 10_000, longest: 300_000 };

/** A container that ran this long is not thought to be crashing any more. */
export const STEADY = 600_000;

/**
 * Emulated milliseconds from a container's start to the probe that can first succeed: probes come every period, not
 * before the initial delay, and not before the program answers; as many successes as the threshold are needed.
 */
export function firstProbe({
  initialDelaySeconds = 0,
  periodSeconds = 10,
  successThreshold = 1,
}: Probe): number {
  const ticks = Math.ceil(initialDelaySeconds / periodSeconds);
  const later = (successThreshold - 1) * periodSeconds * 1_000;
  return Math.max(ticks * periodSeconds * 1_000, TIMING.boot) + later;
}
