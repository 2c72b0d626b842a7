import { Failure } from '../failure';
import type { Target } from '../hub/entities';
import { checkStdinFlags, hasEntityInput, readEntity } from '../input/entity';
import { withLabels } from '../input/labels';
import type { Invocation } from '../invocation';
import { makeSlug } from '../lookup/slug';
import { findSpace } from '../lookup/spaces';
import { findTarget } from '../lookup/targets';
import { findWorker } from '../lookup/workers';
import { printDone } from '../output/results';
import { targetDetails } from './details';
import { checkProvider } from './provider';

/** `cub target create`: a target of a worker, or a copy of one in another space. */
export async function createTarget(invocation: Invocation): Promise<void> {
  const { args, flags, hub, space } = invocation;
  const [name = '', parameters, workerName] = args;
  checkStdinFlags(invocation);
  const copied = await copiedTarget(invocation);
  const given = (await readEntity(invocation)) as Partial<Target>;
  const fresh = copied === undefined && !hasEntityInput(invocation);
  const target: Partial<Target> = {
    ...(fresh
      ? {
          ToolchainType: flags.text('toolchain', 'Kubernetes/YAML'),
          ProviderType: flags.text('provider', 'Kubernetes'),
        }
      : {}),
    ...copied,
    ...given,
  };
  checkProvider(target.ToolchainType ?? '', target.ProviderType ?? '');
  const labels = withLabels(flags.list('label'), target.Labels);
  const worker = workerName === undefined ? undefined : await findWorker(invocation, workerName);
  const { body } = await hub.post(`/space/${space.id}/target`, {
    DisplayName: name,
    ...target,
    ...(labels === undefined ? {} : { Labels: labels }),
    ...(parameters === undefined ? {} : { Parameters: parameters }),
    ...(worker === undefined ? {} : { BridgeWorkerID: worker.BridgeWorkerID }),
    SpaceID: space.id,
    Slug: makeSlug(name),
  });
  const created = { Target: body as Target };
  await printDone(invocation, {
    verb: 'created',
    kind: 'target',
    shape: 'ExtendedTarget',
    slug: name,
    id: created.Target.TargetID,
    entity: created,
    details: targetDetails,
  });
}

async function copiedTarget(invocation: Invocation): Promise<Target | undefined> {
  const { flags } = invocation;
  const [from, fromSpace] = [flags.text('from-target'), flags.text('from-target-space')];
  if (from === '' && fromSpace === '') return undefined;
  if (from === '' || fromSpace === '')
    throw new Failure('both of --from-target and --from-target-space must be specified');
  if (hasEntityInput(invocation))
    throw new Failure('only one of --from-target or --from-stdin/--filename may be specified');
  const space = await findSpace(invocation, fromSpace);
  return (await findTarget(invocation, from, space.SpaceID)).Target;
}
