import { Failure } from '../failure';
import type { Unit } from '../hub/entities';
import type { Invocation } from '../invocation';
import { makeSlug } from '../lookup/slug';
import { findTarget } from '../lookup/targets';
import { findWorker } from '../lookup/workers';
import { printDone } from '../output/results';
import { toYaml } from '../output/yaml';
import { awaitTriggers, waits } from '../units/gates';
import { secretManifest, workerManifests } from './manifests';

/** `cub worker install`: the manifest that runs a worker in a cluster, printed (`--export`) or kept as a unit (`--unit`). */
export async function installWorker(invocation: Invocation): Promise<void> {
  const { args, flags, host, print } = invocation;
  const worker = await findWorker(invocation, args[0] as string);
  const namespace = flags.text('namespace', 'confighub');
  if (flags.on('export-secret-only')) {
    print.raw(`${toYaml(secretManifest(worker.Secret ?? '', namespace))}\n`);
    return;
  }
  const manifest = workerManifests({
    worker,
    namespace,
    deploymentName: flags.text('deployment-name') || worker.Slug,
    workerType: flags.text('worker-type', 'kubernetes'),
    hostNetwork: flags.on('host-network'),
    includeSecret: flags.on('include-secret'),
    env: {
      CONFIGHUB_WORKER_ID: worker.BridgeWorkerID,
      CONFIGHUB_URL: host.env.CONFIGHUB_URL ?? '',
      CONFIGHUB_WORKER_PORT: host.env.CONFIGHUB_WORKER_PORT ?? '',
      ...Object.fromEntries(
        flags
          .list('env')
          .map((pair) => pair.split('='))
          .filter((pair) => pair.length === 2),
      ),
    },
  })
    .map((resource) => toYaml(resource))
    .join('---\n');
  if (flags.on('export')) print.raw(`${manifest}\n`);
  else if (flags.text('unit') !== '') await keepAsUnit(invocation, manifest);
  else {
    print.raw(`Installing worker ${args[0]} to Kubernetes cluster...\n`);
    throw new Failure('this functionality is not implemented: use --export to get the manifest');
  }
}

async function keepAsUnit(invocation: Invocation, manifest: string): Promise<void> {
  const { flags, hub, space } = invocation;
  const name = flags.text('unit');
  const target = flags.text('target') === '' ? undefined : await findTarget(invocation, flags.text('target'));
  const { body } = await hub.post(`/space/${space.id}/unit`, {
    SpaceID: space.id,
    Slug: makeSlug(name),
    DisplayName: name,
    ToolchainType: 'Kubernetes/YAML',
    Data: Buffer.from(manifest).toString('base64'),
    ...(target === undefined ? {} : { TargetID: target.Target.TargetID }),
  });
  const unit = body as Unit;
  if (waits(invocation)) await awaitTriggers(invocation, unit);
  await printDone(invocation, {
    verb: 'created',
    kind: 'unit',
    shape: 'Unit',
    slug: name,
    id: unit.UnitID,
    entity: unit,
  });
}
