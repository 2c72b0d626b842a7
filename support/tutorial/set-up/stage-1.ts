import type { Target } from '../../cub/targets';
import { PROJECT } from '../names';
import type { Tutorial } from '../tutorial';
import { connectWorker } from './connect-worker';
import { ensureLinks, ensureNamespaceName, ensureSpaces, ensureTargets, ensureUnit } from './ensure';
import { lookAround, type Seen } from './seen';

/** Hello TraderX: one space, one service and its namespace, and a worker that can carry them to the cluster. */
export async function setUpHello(tutorial: Tutorial): Promise<Target> {
  const { hello } = tutorial.names;
  const seen = await lookAround(tutorial, [hello]);
  tutorial.narrate(`One space, ${hello}, holds the service as configuration.`);
  await ensureSpaces(tutorial, seen, { [hello]: { Environment: 'dev', Project: PROJECT } });
  const [target] = await Promise.all([connectWorker(tutorial, hello), createHelloUnits(tutorial, seen)]);
  tutorial.narrate('A worker has connected, so the units can be given a target: our cluster.');
  const units = ['ns-traderx', 'reference-data'].map((slug) => ({ space: hello, slug }));
  await ensureTargets(tutorial, seen, units, target.id);
  return target;
}

/** The first space and its units, without a worker: nothing can be applied yet. */
export async function createFirstSpaceOnly(tutorial: Tutorial): Promise<void> {
  const { hello } = tutorial.names;
  const seen = await lookAround(tutorial, [hello]);
  await ensureSpaces(tutorial, seen, { [hello]: { Environment: 'dev', Project: PROJECT } });
  await createHelloUnits(tutorial, seen);
}

/** The units of stage 1, which stage 2 clones. */
export async function createHelloUnits(tutorial: Tutorial, seen: Seen): Promise<void> {
  const { hello } = tutorial.names;
  await ensureUnit(tutorial, seen, { space: hello, slug: 'ns-traderx', file: 'k8s/namespace.yaml' });
  const namespace = { space: hello, slug: 'ns-traderx', name: hello, made: 'traderx' };
  await ensureNamespaceName(tutorial, seen, namespace);
  await ensureUnit(tutorial, seen, { space: hello, slug: 'reference-data', file: 'k8s/reference-data.yaml' });
  tutorial.narrate('A link fills in the namespace that the manifest leaves open.');
  const link = { space: hello, slug: 'reference-data-ns', from: 'reference-data', to: 'ns-traderx' };
  await ensureLinks(tutorial, seen, [{ ...link, toSpace: hello }]);
}
