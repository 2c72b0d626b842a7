import { Failure } from '../failure';
import type { ExtendedRevision, Revision } from '../hub/entities';
import type { Invocation } from '../invocation';

/** The revision of a unit with this number; throws `rev N of unit <id> not found in space <slug>`. */
export async function findRevision(
  invocation: Invocation,
  unitId: string,
  number: number,
  select = '',
): Promise<Revision> {
  const { hub, space } = invocation;
  const { body } = await hub.get(`/space/${space.id}/unit/${unitId}/revision`, {
    include: 'UserID',
    where: `RevisionNum = ${number}`,
    select,
  });
  const found = (body as ExtendedRevision[]).find(
    ({ Revision: revision }) => revision.RevisionNum === number,
  );
  if (found === undefined)
    throw new Failure(`rev ${number} of unit ${unitId} not found in space ${space.slug}`);
  return found.Revision;
}
