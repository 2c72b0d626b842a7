import { setTag } from '../change-sets/open-close';
import { bulkQuery, requireSelection, rowsToAnswer } from '../entities/bulk';
import { checkReference } from '../entities/check-reference';
import { checkValue, describe } from '../entities/check-value';
import { residentRoutes } from '../entities/resident-routes';
import { badRequest } from '../errors/api-error';
import { selectRevision } from '../revisions/select-revision';
import type { Answer, Call, Route } from '../routing/route';
import { candidateUnits } from '../units/candidates';
import { chooseUnits, DATA_QUERY } from '../units/list-routes';
import { TAG } from './definition';

/** Tags, and attaching one to revisions of units. */
export const tagRoutes: Route[] = [
  ...residentRoutes(TAG),
  { method: 'POST', path: '/api/unit/tag', query: bulkQuery(DATA_QUERY), handler: attach },
];

function attach(call: Call): Answer {
  requireSelection(call);
  const { tag, revision } = readBody(call);
  checkReference(call, 'tags', 'tag', tag);
  const units = chooseUnits(call, candidateUnits(call, call.query.text('where')));
  return rowsToAnswer(units, 'Unit', 'UnitID', (unit) =>
    call.hub.database.transact(() => {
      const { RevisionNum } = selectRevision(call, unit, revision);
      setTag(call, unit, tag, RevisionNum);
      return { Message: `revision ${RevisionNum} of unit ${unit.Slug} tagged` };
    }),
  );
}

function readBody(call: Call): { tag: string; revision: string } {
  const { body } = call;
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw badRequest(`the body must be {TagID, Revision}, not ${describe(body)}`);
  const { TagID, Revision, ...others } = body as Record<string, unknown>;
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) throw badRequest(`unknown field ${describe(unknown)} of UnitTagRequest`);
  const revision = checkValue('text', Revision || 'HeadRevisionNum', 'Revision') as string;
  return { tag: checkValue('uuid', TagID, 'TagID') as string, revision };
}
