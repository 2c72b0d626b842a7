import type { Call } from '../../cub/functions';
import { unitsOf } from '../change-sets/atomic-change';
import { rollOut } from '../deploy/roll-out';
import { lookAtHub } from '../hub';
import { REGIONS } from '../regions';
import type { Service } from '../services';
import type { Tutorial } from '../tutorial';

/** What a bulk operation did to one unit. */
export interface BulkResult {
  /** `traderx-prod-eu/trade-service` */
  unit: string;
  /** Why it failed; absent when it did not. */
  failed?: string;
}

/** Gives a service the same replicas in all regions, and rolls it out where that was possible. */
export async function scaleEverywhere(
  tutorial: Tutorial,
  service: Service,
  replicas: number,
): Promise<BulkResult[]> {
  return changeEverywhere(tutorial, service, ['set-replicas', String(replicas)], `Scale to ${replicas}`);
}

/** Gives a service the same version in all regions, and rolls it out where that was possible. */
export async function setVersionEverywhere(
  tutorial: Tutorial,
  service: Service,
  version: string,
): Promise<BulkResult[]> {
  const call = ['set-image-reference', service, `:${version}`] as const;
  return changeEverywhere(tutorial, service, call, `Use version ${version}`);
}

async function changeEverywhere(
  tutorial: Tutorial,
  service: Service,
  call: Call['call'],
  why: string,
): Promise<BulkResult[]> {
  const { cub, names, can } = tutorial;
  const on = unitsOf(names, [service]);
  const outcomes = await cub.functions.callEach({ on, call, why, protect: can.protection });
  const refused = new Map(outcomes.flatMap(({ unitId, refused }) => (refused ? [[unitId, refused]] : [])));
  const hub = await lookAtHub(tutorial);
  const changed = REGIONS.flatMap((region) => hub.find(names.place(region), service) ?? []).filter(({ id }) =>
    outcomes.some(({ unitId }) => unitId === id),
  );
  const accepted = changed.filter(({ id }) => !refused.has(id));
  const arrived = await rollOutAccepted(
    tutorial,
    service,
    accepted.map(({ space }) => space),
  );
  return changed.map(({ id, space, slug }) => {
    const failed = refused.get(id) ?? arrived.get(id);
    return { unit: `${space}/${slug}`, ...(failed ? { failed } : {}) };
  });
}

/** Rolls out and gives, by unit, why it failed. */
async function rollOutAccepted(
  tutorial: Tutorial,
  service: Service,
  spaces: readonly string[],
): Promise<Map<string, string>> {
  if (spaces.length === 0) return new Map();
  const where = `Slug = '${service}' AND Space.Slug IN (${spaces.map((space) => `'${space}'`).join(', ')})`;
  const outcomes = await rollOut(tutorial, { space: '*', where });
  return new Map(outcomes.flatMap(({ unit, done, message }) => (done ? [] : [[unit.id, message]])));
}
