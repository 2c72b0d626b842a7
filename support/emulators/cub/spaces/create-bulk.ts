import { Failure } from '../failure';
import { buildPatch, checkStdinFlags } from '../input/entity';
import type { Invocation } from '../invocation';
import { whereIdentifiers } from '../lookup/ids';
import { reportSpaces } from './bulk';

/** Copies the selected spaces under new names. */
export async function createSpaces(invocation: Invocation): Promise<void> {
  const { flags, hub } = invocation;
  const named = flags.list('space');
  if (flags.text('where') === '' && named.length === 0)
    throw new Failure('bulk create mode requires --where or --space flags');
  if (named.length > 0 && flags.text('where') !== '')
    throw new Failure('--space and --where flags are mutually exclusive');
  if (flags.list('name-prefix').length === 0) throw new Failure('bulk create mode requires --name-prefix');
  checkStdinFlags(invocation);
  const where = named.length > 0 ? whereIdentifiers(named, 'SpaceID') : flags.text('where');
  const { body, status } = await hub.bulkCreate('/_space', await buildPatch(invocation), {
    where,
    include: 'OrganizationID',
    name_prefixes: flags.list('name-prefix').join(','),
  });
  reportSpaces(invocation, body as Parameters<typeof reportSpaces>[1], status, 'create');
}
