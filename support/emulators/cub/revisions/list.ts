import type { ExtendedRevision } from '../hub/entities';
import type { Invocation } from '../invocation';
import { selectFor } from '../lookup/select';
import { findUnit } from '../lookup/units';
import { listing, printList } from '../output/results';
import { timeText } from '../output/time';

const SELECTABLE = {
  entity: 'Revision',
  columns: [
    'Revision.RevisionNum',
    'Revision.CreatedAt',
    'User.Username',
    'Revision.Source',
    'Revision.Description',
    'Revision.ApplyGates',
  ],
  include: 'UserID',
  base: ['RevisionNum', 'RevisionID', 'UnitID', 'SpaceID', 'OrganizationID'],
};

/** `cub revision list`: the history of a unit, newest first. */
export async function listRevisions(invocation: Invocation): Promise<void> {
  const { args, flags, hub, space } = invocation;
  const unit = await findUnit(invocation, args[0] as string);
  const { body } = await hub.get(`/space/${space.id}/unit/${unit.UnitID}/revision`, {
    include: 'UserID',
    where: flags.text('where'),
    contains: flags.text('contains'),
    select: selectFor(flags, SELECTABLE),
  });
  const rows = (body as ExtendedRevision[]).sort(
    (left, right) => right.Revision.RevisionNum - left.Revision.RevisionNum,
  );
  await printList(invocation, {
    shape: 'ExtendedRevision',
    rows,
    slug: ({ Revision: revision }) => String(revision.RevisionNum),
    display: (revisions) =>
      listing(
        invocation,
        ['Num', 'Time', 'User', 'Source', 'Description', 'Apply-Gates'],
        revisions.map(cells),
      ),
  });
}

function cells({ Revision: revision, User: user }: ExtendedRevision): string[] {
  const gates = Object.keys(revision.ApplyGates ?? {});
  return [
    String(revision.RevisionNum),
    timeText(revision.CreatedAt),
    user?.Username ?? '',
    revision.Source ?? '',
    revision.Description ?? '',
    gates.length > 1 ? 'Multiple' : (gates[0] ?? 'None'),
  ];
}
