import { Failure } from '../failure';
import type { BridgeWorker, ExtendedBridgeWorker } from '../hub/entities';
import type { Invocation } from '../invocation';
import { isId } from './ids';
import { splitPath } from './paths';

/** The worker with this slug (perhaps `space/slug`) or id; throws `bridgeworker X not found in space <id>`. */
export async function findWorker(invocation: Invocation, name: string): Promise<BridgeWorker> {
  if (isId(name)) {
    const { body } = await invocation.hub.get(`/space/${invocation.space.id}/bridge_worker/${name}`);
    return (body as ExtendedBridgeWorker).BridgeWorker;
  }
  const { spaceId, slug } = await splitPath(invocation, name);
  const { body } = await invocation.hub.get(`/space/${spaceId}/bridge_worker`, {
    include: 'SpaceID',
    where: `Slug = '${slug}'`,
  });
  const found = (body as ExtendedBridgeWorker[]).find(({ BridgeWorker: worker }) => worker.Slug === slug);
  if (found === undefined) throw new Failure(`bridgeworker ${name} not found in space ${spaceId}`);
  return found.BridgeWorker;
}
