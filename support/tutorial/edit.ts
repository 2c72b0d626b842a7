import type { CallResult } from '../cub/functions';
import type { Tutorial } from './tutorial';

/** A service's unit. */
export interface ServiceUnit {
  space: string;
  service: string;
}

/** Gives a service another number of replicas, in ConfigHub only. */
export async function giveReplicas(
  tutorial: Tutorial,
  { space, service }: ServiceUnit,
  replicas: number,
  why = `Give ${service} ${replicas} replicas`,
): Promise<CallResult[]> {
  return tutorial.cub.functions.call({
    on: { space, units: [service] },
    call: ['set-replicas', String(replicas)],
    why,
    protect: tutorial.can.protection,
  });
}

/** Gives a service's container a setting, in ConfigHub only; one that it lacks is added. */
export async function giveSetting(
  tutorial: Tutorial,
  { space, service }: ServiceUnit,
  name: string,
  value: string,
  options: { why?: string; changeSet?: string; protect?: boolean } = {},
): Promise<CallResult[]> {
  const { why = `Set ${name} of ${service} to ${value}`, changeSet, protect = false } = options;
  return tutorial.cub.functions.call({
    on: { space, units: [service] },
    call: ['set-env', service, `${name}=${value}`],
    why,
    protect: protect && tutorial.can.protection,
    ...(changeSet ? { changeSet } : {}),
  });
}
