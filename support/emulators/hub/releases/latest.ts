import type { Hub } from '../hub';
import type { Release } from './model';

/** The newest release of a space; undefined when nothing of it was ever released. */
export function latestRelease(hub: Hub, spaceId: string): Release | undefined {
  return hub.database.tables.releases.by('space', spaceId).at(-1);
}

/** The newest releases, one a space, that go to targets of a worker. */
export function releasesFor(hub: Hub, workerId: string): Release[] {
  const { targets, spaces } = hub.database.tables;
  const own = new Set(targets.by('worker', workerId).map(({ TargetID }) => TargetID));
  const newest = spaces.all().flatMap(({ SpaceID }) => latestRelease(hub, SpaceID) ?? []);
  return newest.filter(({ TargetID }) => own.has(TargetID));
}
