import { badRequest } from '../errors/api-error';
import type { Call } from '../routing/route';
import { compileWhereData } from '../where/index';
import type { EntityKind } from '../where/model';
import { kindOf } from './definition';
import type { Filter } from './model';

/** The filter that the query names, when it names one. @throws ApiError 400 when it does not fit the entity */
export function namedFilter(call: Call, kind: EntityKind): Filter | undefined {
  const id = call.query.text('filter')?.toLowerCase();
  if (!id) return undefined;
  const filter = call.hub.database.tables.filters.get(id);
  if (!filter || filter.OrganizationID !== call.caller.organization.OrganizationID)
    throw badRequest(`filter ${id} does not exist`);
  if (kindOf(filter) !== kind)
    throw badRequest(`filter ${filter.Slug} is from ${filter.From}, not from ${kind}`);
  return filter;
}

/** The part of a filter that looks at the row's space and its config data. */
export function filterTest(filter: Filter): (row: object) => boolean {
  const data =
    filter.WhereData || filter.ResourceType
      ? compileWhereData(filter.WhereData, filter.ResourceType || undefined)
      : undefined;
  return (row) => {
    const { SpaceID, Data } = row as { SpaceID?: string; Data?: string };
    if (filter.FromSpaceID && SpaceID !== filter.FromSpaceID) return false;
    return data ? data(Data ?? '') : true;
  };
}
