import type { ExtendedUnit } from '../hub/entities';
import type { Invocation } from '../invocation';
import { filterQuery } from '../lookup/filters';
import { withinSpace } from '../lookup/ids';
import { type Selectable, selectFor } from '../lookup/select';
import { UNIT_INCLUDE } from '../lookup/units';
import { columnTable } from '../output/columns';
import { printList } from '../output/results';

const DEFAULT = [
  'Unit.Slug',
  'Space.Slug',
  'Target.Slug',
  'UnitStatus.Status',
  'UnitStatus.LastAction',
  'UpgradeNeeded',
  'UnappliedChanges',
  'Unit.ApplyGates',
  'Unit.LastChangeDescription',
];

const ALIASES = { Name: 'Unit.Slug', ID: 'Unit.UnitID' };

const SELECTABLE: Selectable = {
  entity: 'Unit',
  columns: DEFAULT,
  include: 'TargetID,UpstreamUnitID,SpaceID',
  base: ['Slug', 'UnitID', 'SpaceID', 'OrganizationID'],
  aliases: ALIASES,
  needs: {
    DataBytes: ['Data'],
    UpgradeNeeded: ['UpstreamRevisionNum', 'UpstreamUnit.HeadRevisionNum'],
    UnappliedChanges: ['HeadRevisionNum', 'LiveRevisionNum'],
  },
};

const COMPUTED = {
  'UnitStatus.LastAction': ({ UnitStatus: status }: ExtendedUnit) => status?.Action ?? '',
  DataBytes: ({ Unit: unit }: ExtendedUnit) => String((unit.Data ?? '').length),
  UpgradeNeeded: ({ Unit: unit, UpstreamUnit: upstream }: ExtendedUnit) => {
    if (upstream === undefined || upstream === null) return '';
    const reached = unit.UpstreamRevisionNum ?? 0;
    if (reached < (upstream.HeadRevisionNum ?? 0)) return 'Yes';
    return reached > 0 ? 'No' : '';
  },
  UnappliedChanges: ({ Unit: unit }: ExtendedUnit) =>
    (unit.HeadRevisionNum ?? 0) > (unit.LiveRevisionNum ?? 0) ? 'Yes' : '',
};

function shownColumns({ flags }: Invocation): string[] {
  const output = flags.text('output');
  const text = output.startsWith('custom-columns=')
    ? output.slice('custom-columns='.length)
    : flags.text('columns');
  return text === '' ? DEFAULT : text.split(',').map((column) => column.trim());
}

/** `cub unit list`: the units of a space or of all; over config data with `--where-data`. */
export async function listUnits(invocation: Invocation): Promise<void> {
  const { flags, hub, space } = invocation;
  const overData = flags.text('where-data') !== '' || flags.text('resource-type') !== '';
  const everywhere = space.id === '*' || overData;
  const query = {
    contains: flags.text('contains'),
    include: UNIT_INCLUDE,
    select: selectFor(flags, SELECTABLE, shownColumns(invocation)),
    ...(await filterQuery(invocation)),
  };
  const { body } = everywhere
    ? await hub.get('/unit', {
        ...query,
        where: withinSpace(flags.text('where'), space.id),
        resource_type: flags.text('resource-type'),
        where_data: flags.text('where-data'),
      })
    : await hub.get(`/space/${space.id}/unit`, { ...query, where: flags.text('where') });
  await printList(invocation, {
    shape: 'ExtendedUnit',
    rows: body as ExtendedUnit[],
    slug: ({ Unit: unit }) => unit.Slug,
    display: (units) => unitListing(invocation, units),
  });
}

/** Units as a table of the columns that were asked for. */
export function unitListing(invocation: Invocation, units: ExtendedUnit[]): string {
  return columnTable(invocation, units, shownColumns(invocation), {
    entity: 'Unit',
    shape: 'ExtendedUnit',
    aliases: ALIASES,
    computed: COMPUTED,
  });
}
