import type { ExtendedSpace } from '../hub/entities';
import type { Invocation } from '../invocation';
import { selectFor } from '../lookup/select';
import { listing, printList } from '../output/results';
import { total } from './details';

const SELECTABLE = {
  entity: 'Space',
  columns: ['Space.Slug', 'Space.Labels'],
  include: '',
  base: ['Slug', 'SpaceID', 'OrganizationID'],
};

const HEADER = [
  'Name',
  'Environment',
  '#Units',
  '#Gated',
  '#Upgradable',
  '#Workers',
  '#Targets',
  '#Triggers',
];

/** `cub space list`: all spaces of the organization, or those that `--where` selects. */
export async function listSpaces(invocation: Invocation): Promise<void> {
  const { flags, hub } = invocation;
  const { body } = await hub.get('/space', {
    summary: true,
    where: flags.text('where'),
    contains: flags.text('contains'),
    select: selectFor(flags, SELECTABLE),
  });
  const rows = (body as ExtendedSpace[]).filter(({ Space: space }) => space !== undefined);
  await printList(invocation, {
    shape: 'ExtendedSpace',
    rows,
    slug: ({ Space: space }) => space.Slug,
    display: (spaces) => listing(invocation, HEADER, spaces.map(cells)),
  });
}

function cells(extended: ExtendedSpace): string[] {
  const counts = [
    extended.TotalUnitCount,
    extended.GatedUnitCount,
    extended.UpgradableUnitCount,
    extended.TotalBridgeWorkerCount,
    total(extended.TargetCountByToolchainType),
    total(extended.TriggerCountByEventType),
  ];
  return [
    extended.Space.Slug,
    extended.Space.Labels?.Environment ?? '',
    ...counts.map((count) => String(count ?? 0)),
  ];
}
