import { Failure } from '../failure';
import type { Invocation } from '../invocation';
import { whereIdentifiers, withinSpace } from '../lookup/ids';
import { findLink } from '../lookup/links';
import { getUnit } from '../lookup/units';
import { reportBulk } from '../output/bulk';
import { printDeleted } from '../output/results';
import { awaitTriggers, waits } from '../units/gates';
import { refuseAllSpaces } from '../units/selection';
import { LINK_INCLUDE } from './list';

/** `cub link delete`: one link, or those that `--where` or `--link` selects. */
export async function deleteLinks(invocation: Invocation): Promise<void> {
  const { args, flags, hub, space } = invocation;
  const named = flags.list('link');
  if (named.length > 0 || flags.text('where') !== '') {
    if (args.length > 0)
      throw new Failure(
        '--where and --link flags can only be used in bulk mode (without positional arguments)',
      );
    const where = withinSpace(
      named.length > 0 ? whereIdentifiers(named, 'LinkID') : flags.text('where'),
      space.id,
    );
    reportBulk(invocation, await hub.delete('/link', { where, include: LINK_INCLUDE }), {
      operation: 'delete',
      noun: 'link',
      context: where,
    });
    return;
  }
  refuseAllSpaces(invocation);
  if (args.length !== 1)
    throw new Failure('specify a link slug/id for single delete, or use --where/--link for bulk delete');
  const name = args[0] as string;
  const link = await findLink(invocation, name);
  await hub.delete(`/space/${space.id}/link/${link.LinkID}`);
  printDeleted(invocation, 'link', name, link.LinkID);
  if (!waits(invocation)) return;
  if (!flags.on('quiet')) invocation.print.say('Awaiting triggers...');
  await awaitTriggers(invocation, (await getUnit(invocation, space.id, link.FromUnitID)).Unit);
}
