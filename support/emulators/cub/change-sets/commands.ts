import { createEntity } from '../entities/create';
import { deleteEntities } from '../entities/delete';
import { findEntity } from '../entities/find';
import { getEntity } from '../entities/get';
import { listEntities } from '../entities/list';
import { updateEntity } from '../entities/update';
import { FILTER_KIND } from '../filters/kind';
import type { Invocation } from '../invocation';
import { TAG } from '../tags/kind';
import { CHANGE_SET } from './kind';

/** The attributes that flags give a changeset. */
async function fields(invocation: Invocation): Promise<Record<string, unknown>> {
  const { flags } = invocation;
  const [filter, start, end] = [flags.text('filter'), flags.text('start-tag'), flags.text('end-tag')];
  return {
    ...(filter === ''
      ? {}
      : { FilterID: (await findEntity(invocation, FILTER_KIND, filter, 'FilterID')).FilterID }),
    ...(start === '' ? {} : { StartTagID: (await findEntity(invocation, TAG, start, 'TagID')).TagID }),
    ...(end === '' ? {} : { EndTagID: (await findEntity(invocation, TAG, end, 'TagID')).TagID }),
    ...(flags.text('description') === '' ? {} : { Description: flags.text('description') }),
  };
}

/** `cub changeset …`. */
export const commands = {
  create: (invocation: Invocation) =>
    createEntity(invocation, CHANGE_SET, {
      needs: { count: 1, usage: '<slug>' },
      fields: () => fields(invocation),
    }),
  delete: (invocation: Invocation) => deleteEntities(invocation, CHANGE_SET),
  get: (invocation: Invocation) => getEntity(invocation, CHANGE_SET),
  list: (invocation: Invocation) => listEntities(invocation, CHANGE_SET),
  update: (invocation: Invocation) =>
    updateEntity(invocation, CHANGE_SET, { fields: () => fields(invocation) }),
};
