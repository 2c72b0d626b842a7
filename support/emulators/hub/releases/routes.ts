import { spaceOf } from '../entities/find';
import { notFound } from '../errors/api-error';
import type { Call, Route } from '../routing/route';
import { offer, streamBundles } from './bundles';
import type { Release } from './model';
import { publish } from './publish';

/** Releases of spaces, and the stream from which a puller has their bundles. */
export const releaseRoutes: Route[] = [
  {
    method: 'POST',
    path: '/api/space/:space_id/release',
    query: { revision: 'string' },
    handler: create,
  },
  { method: 'GET', path: '/api/space/:space_id/release', handler: list },
  {
    method: 'POST',
    path: '/emulator/bridge_worker/:bridge_worker_id/bundles',
    access: 'worker',
    handler: (call) => {
      if (!call.caller.worker) throw notFound('there is no such worker');
      return streamBundles(call, call.caller.worker.BridgeWorkerID);
    },
  },
];

function create(call: Call): object {
  const { hub, query } = call;
  const space = spaceOf(call);
  const release = hub.database.transact(() => publish(call, space, query.text('revision')));
  offer(hub, release).catch((error: Error) => hub.log(error.message));
  return wire(release);
}

/** Newest first. */
function list(call: Call): object[] {
  const releases = call.hub.database.tables.releases.by('space', spaceOf(call).SpaceID);
  return releases.map((release) => ({ Release: wire(release) })).reverse();
}

/** What a release holds is told by names; the config data is in the bundle. */
function wire({ Units, ...release }: Release): object {
  const units = Units.map(({ Data: _, ...unit }) => unit);
  return { EntityType: 'Release', ...release, Published: true, Units: units };
}
