import type { BridgeWorker } from '../hub/entities';
import { checkStdinFlags, readEntity } from '../input/entity';
import { withLabels } from '../input/labels';
import type { Invocation } from '../invocation';
import { makeSlug } from '../lookup/slug';
import { findWorker } from '../lookup/workers';
import { printDone } from '../output/results';

/** `cub worker create`: a worker, with the secret that it will connect with. */
export async function createWorker(invocation: Invocation): Promise<void> {
  const { args, flags, print } = invocation;
  const name = args[0] as string;
  checkStdinFlags(invocation);
  const given = await readEntity(invocation);
  const labels = withLabels(flags.list('label'), given.Labels as Record<string, string> | undefined);
  const slug = makeSlug(name);
  if (flags.on('allow-exists')) {
    const existing = await findWorker(invocation, slug).catch(() => undefined);
    if (existing !== undefined) {
      if (!flags.on('quiet')) print.say(`Bridgeworker ${name} (${existing.BridgeWorkerID}) exists already`);
      return;
    }
  }
  const worker = await postWorker(invocation, {
    ...given,
    ...(labels === undefined ? {} : { Labels: labels }),
    Slug: slug,
  });
  await printDone(invocation, {
    verb: 'created',
    kind: 'bridgeworker',
    shape: 'BridgeWorker',
    slug: name,
    id: worker.BridgeWorkerID,
    entity: worker,
  });
}

/** Creates the worker on the server. */
export async function postWorker(
  { hub, space }: Invocation,
  worker: Record<string, unknown>,
): Promise<BridgeWorker> {
  return (await hub.post(`/space/${space.id}/bridge_worker`, { ...worker, SpaceID: space.id }))
    .body as BridgeWorker;
}
