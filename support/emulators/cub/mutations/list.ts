import type { ExtendedMutation } from '../hub/entities';
import type { Invocation } from '../invocation';
import { selectFor } from '../lookup/select';
import { findUnit } from '../lookup/units';
import { listing, printList } from '../output/results';

export const MUTATION_INCLUDE = 'RevisionID,LinkID,TriggerID';

const SELECTABLE = {
  entity: 'Mutation',
  columns: [
    'Mutation.MutationNum',
    'Mutation.RevisionNum',
    'Link.Slug',
    'Mutation.ProvidedResource',
    'Mutation.ProvidedPath',
    'Trigger.Slug',
    'Mutation.FunctionInvocation',
  ],
  include: MUTATION_INCLUDE,
  base: ['MutationNum', 'MutationID', 'UnitID', 'SpaceID', 'OrganizationID'],
};

const HEADER = ['Num', 'RevisionNum', 'Link', 'ProvidedResource', 'ProvidedPath', 'Trigger', 'FunctionName'];

/** `cub mutation list`: every change made to a unit, newest first. */
export async function listMutations(invocation: Invocation): Promise<void> {
  const { args, flags, hub, space } = invocation;
  const unit = await findUnit(invocation, args[0] as string);
  const { body } = await hub.get(`/space/${space.id}/unit/${unit.UnitID}/mutation`, {
    include: MUTATION_INCLUDE,
    where: flags.text('where'),
    contains: flags.text('contains'),
    select: selectFor(flags, SELECTABLE),
  });
  const rows = (body as ExtendedMutation[]).sort(
    (left, right) => right.Mutation.MutationNum - left.Mutation.MutationNum,
  );
  await printList(invocation, {
    shape: 'ExtendedMutation',
    rows,
    slug: ({ Mutation: mutation }) => String(mutation.MutationNum),
    display: (mutations) => listing(invocation, HEADER, mutations.map(cells)),
  });
}

function cells({ Mutation: mutation, Link, Trigger }: ExtendedMutation): string[] {
  return [
    String(mutation.MutationNum),
    String(mutation.RevisionNum ?? 0),
    Link?.Slug ?? '',
    mutation.ProvidedResource?.ResourceName ?? '',
    mutation.ProvidedPath ?? '',
    Trigger?.Slug ?? '',
    mutation.FunctionInvocation?.FunctionName ?? '',
  ];
}
