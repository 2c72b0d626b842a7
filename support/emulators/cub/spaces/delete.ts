import { Failure } from '../failure';
import type { Invocation } from '../invocation';
import { whereIdentifiers } from '../lookup/ids';
import { findSpace } from '../lookup/spaces';
import { reportBulk } from '../output/bulk';
import { printDeleted } from '../output/results';

/** `cub space delete`: one space, or those that `--where` or `--space` selects. */
export async function deleteSpace(invocation: Invocation): Promise<void> {
  const { args, flags, hub } = invocation;
  const named = flags.list('space');
  const where = flags.text('where');
  const selecting = where !== '' || named.length > 0;
  if (selecting && args.length > 0)
    throw new Failure('--where or --space can only be specified with no positional arguments');
  if (!selecting && args.length !== 1)
    throw new Failure('single space delete requires exactly one argument: <slug or id>');
  if (named.length > 0 && where !== '') throw new Failure('--space and --where flags are mutually exclusive');
  const how = {
    recursive: flags.on('recursive') ? 'true' : undefined,
    recursive_force: flags.on('recursive-force') ? 'true' : undefined,
  };
  if (selecting) {
    const effective = named.length > 0 ? whereIdentifiers(named, 'SpaceID') : where;
    const answer = await hub.delete('/_space', { where: effective, include: 'OrganizationID', ...how });
    reportBulk(invocation, answer, { operation: 'delete', noun: 'space', context: effective });
    return;
  }
  const { SpaceID } = await findSpace(invocation, args[0] as string);
  await hub.delete(`/space/${SpaceID}`, how);
  printDeleted(invocation, 'space', args[0] as string, SpaceID);
}
