import { Failure } from '../failure';
import type { ExtendedMutation, Mutation } from '../hub/entities';
import type { Invocation } from '../invocation';
import { isSet } from '../lookup/ids';
import { selectGiven } from '../lookup/select';
import { findUnit } from '../lookup/units';
import { details } from '../output/pairs';
import { printOne } from '../output/results';
import { numberArgument } from '../revisions/get';
import { MUTATION_INCLUDE } from './list';

/** `cub mutation get`: one change made to a unit. */
export async function getMutation(invocation: Invocation): Promise<void> {
  const { args, flags, hub, space } = invocation;
  const { UnitID } = await findUnit(invocation, args[0] as string);
  const number = numberArgument(args[1] as string);
  const { body } = await hub.get(`/space/${space.id}/unit/${UnitID}/mutation`, {
    include: MUTATION_INCLUDE,
    where: `MutationNum = ${number}`,
    select: selectGiven(flags),
  });
  const extended = (body as ExtendedMutation[])[0];
  if (extended === undefined)
    throw new Failure(`mutation ${number} of unit ${UnitID} not found in space ${space.slug}`);
  await printOne(invocation, {
    shape: 'ExtendedMutation',
    entity: extended,
    slug: String(number),
    details: ({ Mutation: mutation }) => mutationDetails(mutation),
  });
}

function mutationDetails(mutation: Mutation): string {
  const call = mutation.FunctionInvocation;
  return details([
    ['ID', mutation.MutationID],
    ['Unit ID', mutation.UnitID],
    ['Revision ID', mutation.RevisionID],
    ['Mutation Num', String(mutation.MutationNum)],
    ...(isSet(mutation.LinkID) ? [['Link ID', mutation.LinkID]] : []),
    ['Provided Path', mutation.ProvidedPath ?? ''],
    ...(isSet(mutation.TriggerID) ? [['Trigger ID', mutation.TriggerID]] : []),
    ...(call?.FunctionName ? [['Function Name', call.FunctionName]] : []),
    ...(call?.Arguments ?? []).map(({ Value }, index) => [`Argument ${index}`, String(Value)]),
    ['Space ID', mutation.SpaceID],
    ['Organization ID', mutation.OrganizationID],
  ]);
}
