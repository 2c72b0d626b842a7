import { spaceOf } from '../entities/find';
import { badRequest, notFound } from '../errors/api-error';
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
  refuseBody(call.body);
  const release = hub.database.transact(() => publish(call, space, query.text('revision')));
  offer(hub, release).catch((error: Error) => hub.log(error.message));
  return wire(release);
}

/** Later clients say in a body what they release: to read over it would release something else. */
function refuseBody(body: unknown): void {
  if (body === undefined || body === null || Object.keys(body).length === 0) return;
  throw badRequest(
    `a release takes no body, and this one has ${Object.keys(body).join(', ')}; name revisions with the query parameter "revision"`,
  );
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
