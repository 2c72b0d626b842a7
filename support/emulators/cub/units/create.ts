import { Failure } from '../failure';
import type { Unit } from '../hub/entities';
import { fetchContent } from '../input/content';
import { checkStdinFlags, readEntity } from '../input/entity';
import { withLabels } from '../input/labels';
import type { Invocation } from '../invocation';
import { makeSlug } from '../lookup/slug';
import { findSpace } from '../lookup/spaces';
import { findTarget } from '../lookup/targets';
import { findUnit } from '../lookup/units';
import { printDone } from '../output/results';
import { unitDetails } from './details';
import { awaitTriggers, waits } from './gates';
import { refuseAllSpaces } from './selection';

/** `cub unit create`: from a file, as a clone of an upstream unit, or (without a name) clones of many units. */
export async function createUnit(invocation: Invocation): Promise<void> {
  const { args, flags } = invocation;
  const bulkFlags =
    ['where', 'where-space'].some((name) => flags.text(name) !== '') ||
    ['unit', 'dest-space', 'name-prefix'].some((name) => flags.list(name).length > 0);
  if (args.length === 0 && bulkFlags) {
    await (require('./create-bulk') as typeof import('./create-bulk')).createUnits(invocation);
    return;
  }
  if (args.length === 0) throw new Failure('unit name is required for single unit creation');
  if (bulkFlags) {
    throw new Failure(
      'bulk create flags (--where, --unit, --dest-space, --where-space, --name-prefix) can only be used without positional arguments',
    );
  }
  if (args[1] === '-' && flags.on('from-stdin')) {
    throw new Failure("can't read both entity attributes and config data from stdin");
  }
  refuseAllSpaces(invocation);
  checkStdinFlags(invocation);
  await createOne(invocation, args[0] as string, args[1]);
}

async function createOne(invocation: Invocation, name: string, source: string | undefined): Promise<void> {
  const { flags, hub, print, space } = invocation;
  const given = await readEntity(invocation);
  const upstream = flags.text('upstream-unit');
  if (source !== undefined && upstream !== '') {
    throw new Failure("shouldn't specify both an upstream to clone and config data");
  }
  const data = source === undefined ? undefined : await readConfig(invocation, source);
  const labels = withLabels(flags.list('label'), given.Labels as Record<string, string> | undefined);
  const query = await upstreamQuery(invocation);
  const target = flags.text('target') === '' ? undefined : await findTarget(invocation, flags.text('target'));
  const slug = makeSlug(name);
  if (flags.on('allow-exists')) {
    const existing = await findUnit(invocation, slug).catch(() => undefined);
    if (existing !== undefined) {
      if (!flags.on('quiet')) print.say(`Unit ${name} (${existing.UnitID}) exists already`);
      return;
    }
  }
  const { body } = await hub.post(
    `/space/${space.id}/unit`,
    {
      ...given,
      ...(data === undefined ? {} : { Data: data }),
      ...(labels ? { Labels: labels } : {}),
      ...(target === undefined ? {} : { TargetID: target.Target.TargetID }),
      SpaceID: space.id,
      Slug: slug,
      ToolchainType: flags.text('toolchain', 'Kubernetes/YAML'),
    },
    query,
  );
  const unit = body as Unit;
  if (waits(invocation)) await awaitTriggers(invocation, unit);
  await printDone(invocation, {
    verb: 'created',
    kind: 'unit',
    shape: 'Unit',
    slug: name,
    id: unit.UnitID,
    entity: unit,
    details: (entity) => unitDetails(entity, { verbose: true }),
  });
}

/** The bytes of a config file as base64. */
export async function readConfig({ host }: Invocation, source: string): Promise<string> {
  try {
    return (await fetchContent(host, source)).toString('base64');
  } catch (error) {
    throw new Failure(`failed to read config: ${(error as Error).message}`);
  }
}

async function upstreamQuery(invocation: Invocation): Promise<Record<string, string>> {
  const { flags, space } = invocation;
  const upstreamSpace = flags.text('upstream-space');
  const spaceId = upstreamSpace === '' ? space.id : (await findSpace(invocation, upstreamSpace)).SpaceID;
  const upstream = flags.text('upstream-unit');
  if (upstream === '') return {};
  const unit = await findUnit(invocation, upstream, spaceId);
  return { upstream_space_id: spaceId, upstream_unit_id: unit.UnitID };
}
