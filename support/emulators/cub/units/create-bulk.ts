import { Failure } from '../failure';
import type { UnitRow } from '../hub/entities';
import { buildPatch, checkStdinFlags } from '../input/entity';
import type { Invocation } from '../invocation';
import { NIL_ID, whereIdentifiers } from '../lookup/ids';
import { findTarget } from '../lookup/targets';
import { UNIT_INCLUDE } from '../lookup/units';
import { reportUnits } from './bulk';
import { EXCLUSIVE, selectedUnitsHere } from './selection';

function check({ flags }: Invocation): void {
  const named = flags.list('unit').length > 0;
  const destinations = flags.list('dest-space').length > 0;
  if (flags.text('where') === '' && !named)
    throw new Failure('bulk create mode requires --where or --unit flags');
  if (named && flags.text('where') !== '') throw new Failure(EXCLUSIVE);
  if (destinations && flags.text('where-space') !== '') {
    throw new Failure('--dest-space and --where-space flags are mutually exclusive');
  }
  if (!destinations && flags.text('where-space') === '' && flags.list('name-prefix').length === 0) {
    throw new Failure(
      'bulk create mode requires at least one of --dest-space, --where-space, or --name-prefix',
    );
  }
  const single = ['upstream-unit', 'upstream-space', 'import'].some((name) => flags.text(name) !== '');
  if (single || flags.text('toolchain', 'Kubernetes/YAML') !== 'Kubernetes/YAML') {
    throw new Failure(
      '--upstream-unit, --upstream-space, --import, and --toolchain flags cannot be used in bulk create mode',
    );
  }
}

/** Clones the selected units into other spaces or under other names. */
export async function createUnits(invocation: Invocation): Promise<void> {
  const { flags, hub } = invocation;
  check(invocation);
  checkStdinFlags(invocation);
  const where = selectedUnitsHere(invocation);
  const destinations = flags.list('dest-space');
  const { body, status } = await hub.bulkCreate(
    '/unit',
    await buildPatch(invocation, await targetField(invocation)),
    {
      where,
      include: UNIT_INCLUDE,
      name_prefixes: flags.list('name-prefix').join(','),
      where_space:
        destinations.length > 0 ? whereIdentifiers(destinations, 'SpaceID') : flags.text('where-space'),
    },
  );
  await reportUnits(invocation, body as UnitRow[], status, 'create');
}

async function targetField(invocation: Invocation): Promise<Record<string, unknown>> {
  const name = invocation.flags.text('target');
  if (name === '') return {};
  return { TargetID: name === '-' ? NIL_ID : (await findTarget(invocation, name)).Target.TargetID };
}
