import { Failure } from '../failure';
import type { Link, MessageRow } from '../hub/entities';
import { buildPatch, checkStdinFlags, readEntity } from '../input/entity';
import { withLabels } from '../input/labels';
import type { Invocation } from '../invocation';
import { whereIdentifiers } from '../lookup/ids';
import { makeSlug } from '../lookup/slug';
import { findSpace } from '../lookup/spaces';
import { findUnit, getUnit } from '../lookup/units';
import { reportBulk } from '../output/bulk';
import { printDone } from '../output/results';
import { awaitTriggers, waits } from '../units/gates';
import { refuseAllSpaces } from '../units/selection';
import { linkDetails } from './details';

/** `cub link create`: one link between two units, or links between all units that expressions select. */
export async function createLink(invocation: Invocation): Promise<void> {
  const { args, flags } = invocation;
  const destinations = flags.list('dest-space');
  if (args.length === 0) {
    if (flags.text('where-from') === '' || flags.text('where-to') === '') {
      throw new Failure('bulk create mode requires --where-from and --where-to flags');
    }
    if (flags.text('where-space') === '' && destinations.length === 0) {
      throw new Failure('bulk create mode requires either --where-space or --dest-space flag');
    }
    if (flags.text('where-space') !== '' && destinations.length > 0) {
      throw new Failure('--where-space and --dest-space flags are mutually exclusive');
    }
    checkStdinFlags(invocation);
    await createMany(invocation);
    return;
  }
  if (args.length < 3)
    throw new Failure('single link creation requires: <slug> <from unit> <to unit> [to space]');
  if (
    destinations.length > 0 ||
    ['where-from', 'where-to', 'where-space', 'where-to-space'].some((name) => flags.text(name) !== '')
  ) {
    throw new Failure(
      'bulk create flags (--where-from, --where-to, --where-space, --where-to-space, --dest-space) can only be used without positional arguments',
    );
  }
  refuseAllSpaces(invocation);
  checkStdinFlags(invocation);
  await createOne(invocation);
}

async function createOne(invocation: Invocation): Promise<void> {
  const { args, flags, hub, print, space } = invocation;
  const [name = '', fromName = '', toName = '', toSpaceName] = args;
  const given = await readEntity(invocation);
  const labels = withLabels(flags.list('label'), given.Labels as Record<string, string> | undefined);
  const from = await findUnit(invocation, fromName);
  const toSpaceId = toSpaceName === undefined ? space.id : (await findSpace(invocation, toSpaceName)).SpaceID;
  const to = await findUnit(invocation, toName, toSpaceId);
  const slug = name === '-' ? '' : makeSlug(name);
  const { body } = await hub.post(`/space/${space.id}/link`, {
    ...(name === '-' ? {} : { DisplayName: name }),
    ...given,
    ...(labels === undefined ? {} : { Labels: labels }),
    SpaceID: space.id,
    Slug: slug,
    FromUnitID: from.UnitID,
    ToUnitID: to.UnitID,
    ToSpaceID: toSpaceId,
  });
  const link = body as Link;
  await printDone(invocation, {
    verb: 'created',
    kind: 'link',
    shape: 'Link',
    slug: link.Slug,
    id: link.LinkID,
    entity: link,
    details: linkDetails,
  });
  if (!waits(invocation)) return;
  if (!flags.on('quiet')) print.say('Awaiting triggers...');
  await awaitTriggers(invocation, (await getUnit(invocation, space.id, from.UnitID)).Unit);
}

async function createMany(invocation: Invocation): Promise<void> {
  const { flags, hub } = invocation;
  const destinations = flags.list('dest-space');
  const [whereFrom, whereTo] = [flags.text('where-from'), flags.text('where-to')];
  const answer = await hub.bulkCreate('/link', await buildPatch(invocation), {
    where_from: whereFrom,
    where_to: whereTo,
    where_space:
      destinations.length > 0 ? whereIdentifiers(destinations, 'SpaceID') : flags.text('where-space'),
    where_to_space: flags.text('where-to-space'),
  });
  reportBulk(invocation, answer, {
    operation: 'create',
    noun: 'link',
    context: `where_from: ${whereFrom}, where_to: ${whereTo}`,
    verbose: (row: MessageRow & { Link?: Link }) => `${row.Link?.Slug ?? ''} (ID: ${row.Link?.LinkID ?? ''})`,
    failed: (row: MessageRow & { Link?: Link }) => row.Link === undefined,
  });
}
