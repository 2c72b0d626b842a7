import { Failure } from '../failure';
import { encode } from '../hub/encode';
import type { Space } from '../hub/entities';
import { buildPatch, checkStdinFlags, hasEntityInput, readEntity } from '../input/entity';
import { refuseRemoval, withLabels } from '../input/labels';
import type { Invocation } from '../invocation';
import { whereIdentifiers } from '../lookup/ids';
import { findSpace } from '../lookup/spaces';
import { printDone } from '../output/results';
import { reportSpaces } from './bulk';
import { spaceDetails } from './details';

/** `cub space update`: labels and attributes of one space, or of many with `--patch`. */
export async function updateSpace(invocation: Invocation): Promise<void> {
  const { args, flags } = invocation;
  const patching = flags.on('patch');
  const bulk = patching && args.length === 0;
  const named = flags.list('space');
  const where = flags.text('where');
  refuseRemoval(flags.list('label'), patching);
  if (!bulk && (where !== '' || named.length > 0)) {
    throw new Failure(
      '--where or --space can only be specified with --patch and no space positional argument',
    );
  }
  if (named.length > 0 && where !== '') throw new Failure('--space and --where flags are mutually exclusive');
  if (patching && flags.on('replace'))
    throw new Failure('only one of --patch and --replace should be specified');
  if (bulk && where === '' && named.length === 0)
    throw new Failure('bulk patch mode requires --where or --space flags');
  checkStdinFlags(invocation);
  if (bulk) await updateMany(invocation, named.length > 0 ? whereIdentifiers(named, 'SpaceID') : where);
  else if (args.length === 0) throw new Failure('space identifier is required for single space update');
  else await updateOne(invocation, args[0] as string, patching);
}

async function updateOne(invocation: Invocation, name: string, patching: boolean): Promise<void> {
  const { flags, hub } = invocation;
  const current = await findSpace(invocation, name);
  const fixed = { OrganizationID: current.OrganizationID, SpaceID: current.SpaceID };
  const path = `/space/${current.SpaceID}`;
  let answer: { body: unknown };
  const releaseTarget = await releaseTargetOf(invocation, current.SpaceID);
  if (patching) {
    answer = await hub.patch(path, await buildPatch(invocation, releaseTarget));
  } else {
    const base = flags.on('replace') && hasEntityInput(invocation) ? { Version: current.Version } : current;
    const given = await readEntity(invocation);
    const labels = withLabels(
      flags.list('label'),
      (given.Labels ?? (base as Space).Labels) as Record<string, string> | undefined,
    );
    answer = await hub.put(
      path,
      encode('Space', {
        ...base,
        ...given,
        ...(labels ? { Labels: labels } : {}),
        ...releaseTarget,
        ...fixed,
      }),
    );
  }
  const space = answer.body as Space;
  await printDone(invocation, {
    verb: 'updated',
    kind: 'space',
    shape: 'Space',
    slug: name,
    id: space.SpaceID,
    entity: space,
    details: spaceDetails,
  });
}

/** Where releases shall go, as a field of the space; none when nothing was said of it. */
async function releaseTargetOf(invocation: Invocation, spaceId?: string): Promise<Record<string, unknown>> {
  if (invocation.flags.text('release-target') === '') return {};
  const { releaseTargetField } =
    require('../lookup/release-target') as typeof import('../lookup/release-target');
  return releaseTargetField(invocation, spaceId);
}

async function updateMany(invocation: Invocation, where: string): Promise<void> {
  const patch = await buildPatch(invocation, await releaseTargetOf(invocation));
  const { body, status } = await invocation.hub.patch('/_space', patch, { where, include: 'OrganizationID' });
  reportSpaces(invocation, body as Parameters<typeof reportSpaces>[1], status, 'patch');
}
