import type { V1Deployment } from '@kubernetes/client-node';
import type { Cluster } from '../cluster/cluster';
import { kinds } from '../cluster/kinds';
import { deploymentRecord } from '../cluster/rollout';
import { inParallel } from '../cub/in-parallel';
import type { Masking } from '../cub/run';
import type { Unit } from '../cub/unit';
import type { DeploymentRecord, SnapshotLink, SnapshotRecord, SnapshotUnit } from '../report/media-types';
import { objectsIn, serviceConfig } from '../tutorial/config';
import { lookAtHub } from '../tutorial/hub';
import type { Names } from '../tutorial/names';
import type { Tutorial } from '../tutorial/tutorial';

/** What a stage is drawn of: our units and Deployments now, and afterwards the links as well. Secrets are masked. */
export async function takeSnapshot(
  tutorial: Tutorial,
  moment: SnapshotRecord['moment'],
  masking: Masking,
): Promise<SnapshotRecord> {
  const { names } = tutorial;
  const [{ units }, deployments] = await Promise.all([
    lookAtHub(tutorial),
    deploymentsOf(tutorial.cluster, names),
  ]);
  return {
    moment,
    units: inOrder(units.map((unit) => snapshotOf(unit, units, names, masking))),
    ...(moment === 'after' && { links: inOrder(await linksBetween(units, tutorial)) }),
    deployments: inOrder(deployments),
  };
}

function snapshotOf(unit: Unit, all: readonly Unit[], names: Names, masking: Masking): SnapshotUnit {
  const { upstream } = unit;
  const service = serviceIn(masking.redact(unit.data));
  return {
    space: names.plain(unit.space),
    unit: unit.slug,
    revision: unit.head,
    live: unit.live,
    ...(upstream && {
      upstream: {
        space: names.plain(all.find(({ id }) => id === upstream.id)?.space ?? ''),
        unit: upstream.slug,
        behind: upstream.head - upstream.revision,
      },
    }),
    ...(unit.target && { target: names.plain(unit.target) }),
    ...(unit.gates.length > 0 && { gates: unit.gates }),
    ...(service && { service: { ...service, namespace: names.plain(service.namespace) } }),
  };
}

/** What the Deployment says, where there is one. The data is masked, so that no secret is among the settings. */
function serviceIn(data: string): SnapshotUnit['service'] {
  const deployment = objectsIn(data).find(({ kind }) => kind === 'Deployment');
  if (!deployment) return undefined;
  const { namespace, replicas, image, settings } = serviceConfig(data);
  return { name: deployment.metadata?.name ?? '', namespace, replicas, image, settings };
}

/** Space by space: older versions cannot list the links of all. */
async function linksBetween(units: readonly Unit[], { cub, names }: Tutorial): Promise<SnapshotLink[]> {
  const spaces = [...new Set(units.map(({ space }) => space))];
  const links = await inParallel(spaces.map((space) => () => cub.links.list(space)));
  return links.flat().map(({ space, from, to, toSpace }) => ({
    space: names.plain(space),
    from,
    to,
    toSpace: names.plain(toSpace || space),
  }));
}

async function deploymentsOf(cluster: Cluster, names: Names): Promise<DeploymentRecord[]> {
  const ours = (namespace = ''): boolean => namespace.startsWith(names.full('traderx'));
  const all = await cluster.list<V1Deployment>(kinds.deployment);
  return all
    .filter(({ metadata }) => ours(metadata?.namespace))
    .map(deploymentRecord)
    .map((record) => ({ ...record, namespace: names.plain(record.namespace) }));
}

/** What was seen has no order of its own; two runs shall tell the same. */
function inOrder<T extends object>(items: readonly T[]): T[] {
  const keyed = items.map((item) => ({ item, key: Object.values(item).join(' ') }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ item }) => item);
}
