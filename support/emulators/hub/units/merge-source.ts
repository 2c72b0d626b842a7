import { findUnit } from '../entities/find';
import { badRequest } from '../errors/api-error';
import type { Revision } from '../revisions/model';
import { selectRevision } from '../revisions/select-revision';
import { isUuid } from '../routing/query';
import type { Call } from '../routing/route';
import type { Unit } from './model';

/** What a lateral merge takes: the changes of `source` between two of its revisions. */
export interface MergeSource {
  source: Unit;
  /** `space/slug`, for messages and the history. */
  name: string;
  base: Revision;
  end: Revision;
}

/** Reads merge_source (a unit id, or Self), merge_base and merge_end. @throws ApiError 400 or 404 */
export function mergeSource(call: Call, unit: Unit): MergeSource {
  const [named, base, end] = ['merge_source', 'merge_base', 'merge_end'].map((name) => call.query.text(name));
  if (!named || !base || !end)
    throw badRequest('merge_base and merge_end must be provided with merge_source');
  if (named !== 'Self' && !isUuid(named))
    throw badRequest(`merge_source must be a unit id or Self, not "${named}"`);
  const source = named === 'Self' ? unit : findUnit(call, named.toLowerCase());
  return {
    source,
    name: `${call.hub.database.tables.spaces.get(source.SpaceID)?.Slug}/${source.Slug}`,
    base: selectRevision(call, source, base),
    end: selectRevision(call, source, end),
  };
}
