import { deepEqual } from 'node:assert/strict';
import { serviceConfig } from '../tutorial/config';
import type { HubView } from '../tutorial/hub';
import { REGIONS } from '../tutorial/regions';
import { SERVICES, type Service } from '../tutorial/services';
import type { Tutorial } from '../tutorial/tutorial';
import { type Pictures, unitIn } from './as-it-was';

type Settings = Record<Service, Record<string, string>>;

/** Both services must have these settings in every region, in ConfigHub. */
export function bothHave({ names }: Tutorial, hub: HubView, settings: Settings): void {
  for (const region of REGIONS) {
    for (const service of SERVICES) {
      const found = serviceConfig(hub.unit(names.place(region), service).data).settings;
      deepEqual(pick(found, settings[service]), settings[service], `${service} in ${region}`);
    }
  }
}

/** Both services must run with these settings in every region, all pods of both renewed. */
export async function bothRunWith({ names, cluster }: Tutorial, settings: Settings): Promise<void> {
  for (const region of REGIONS) {
    for (const service of SERVICES) {
      const { settings: found } = await cluster.settled(names.place(region), service);
      deepEqual(pick(found, settings[service]), settings[service], `${service} in ${region}`);
    }
  }
}

/** Both services must have the config data that they had before, to the byte, in ConfigHub. */
export function bothReadAsBefore({ names }: Tutorial, hub: HubView, before: Pictures): void {
  for (const region of REGIONS) {
    for (const service of SERVICES) {
      const was = unitIn(before.hub, names.place(region), service).data;
      deepEqual(hub.unit(names.place(region), service).data, was, `${service} in ${region}`);
    }
  }
}

/** Both services must run what they had before: image, settings and replicas, all pods ready. */
export async function bothRunAsBefore({ names, cluster }: Tutorial, before: Pictures): Promise<void> {
  for (const region of REGIONS) {
    for (const service of SERVICES) {
      const was = serviceConfig(unitIn(before.hub, names.place(region), service).data);
      const { image, settings, wanted } = await cluster.settled(names.place(region), service);
      deepEqual(
        { image, settings, replicas: wanted },
        { image: was.image, settings: was.settings, replicas: was.replicas },
        `${service} in ${region}`,
      );
    }
  }
}

function pick(
  found: Record<string, string>,
  wanted: Record<string, string>,
): Record<string, string | undefined> {
  return Object.fromEntries(Object.keys(wanted).map((name) => [name, found[name]]));
}
