import { checkReference } from '../entities/check-reference';
import { RESIDENT_RELATIONS } from '../entities/common-relations';
import type { Definition } from '../entities/definition';
import { byClient, byServer, RESIDENT_FIELDS } from '../entities/fields';
import { badRequest } from '../errors/api-error';
import { compileWhere, compileWhereData } from '../where/index';
import type { EntityKind } from '../where/model';
import type { Filter } from './model';

/** What a filter can be from, and the entity that its expression is about. */
const FROM: Record<string, EntityKind> = {
  Unit: 'Unit',
  Space: 'Space',
  Trigger: 'Trigger',
  Worker: 'BridgeWorker',
  BridgeWorker: 'BridgeWorker',
  Target: 'Target',
};

export const FILTER: Definition<Filter> = {
  kind: 'Filter',
  path: 'filter',
  noun: 'filter',
  table: 'filters',
  id: 'FilterID',
  fields: {
    ...RESIDENT_FIELDS,
    FilterID: byServer('uuid'),
    From: byClient('text'),
    Where: byClient('text'),
    WhereData: byClient('text'),
    ResourceType: byClient('text'),
    FromSpaceID: byClient('uuid'),
    Hash: byServer('text'),
  },
  relations: {
    ...RESIDENT_RELATIONS,
    FromSpaceID: {
      as: 'FromSpace',
      kind: 'Space',
      find: (tables, row) => tables.spaces.get(row.FromSpaceID ?? ''),
    },
  },
  defaults: () => ({ From: '', Where: '', WhereData: '', ResourceType: '', FromSpaceID: null }),
  check: (call, row) => {
    checkReference(call, 'spaces', 'space', row.FromSpaceID);
    checkExpressions(row);
    return row;
  },
};

/** The entity that a filter is about. */
export function kindOf(filter: Filter): EntityKind | undefined {
  return FROM[filter.From];
}

function checkExpressions(row: Filter): void {
  const kind = kindOf(row);
  if (!kind)
    throw badRequest(`Filter.From must be one of ${Object.keys(FROM).join(', ')}, not "${row.From}"`);
  if (row.Where !== '') compileWhere(kind, row.Where);
  if (row.WhereData === '' && row.ResourceType === '') return;
  if (kind !== 'Unit') throw badRequest('Filter.WhereData and Filter.ResourceType need From to be Unit');
  compileWhereData(row.WhereData, row.ResourceType || undefined);
}
