import { createEntity } from '../entities/create';
import { deleteEntities } from '../entities/delete';
import { getEntity } from '../entities/get';
import { listEntities } from '../entities/list';
import { updateEntity } from '../entities/update';
import type { Invocation } from '../invocation';
import { findSpace } from '../lookup/spaces';
import { FILTER_KIND } from './kind';

/** The attributes that flags give a filter. The predicate is `--where-field`, in the first era `--where`. */
async function fields(invocation: Invocation, where: string): Promise<Record<string, unknown>> {
  const { flags } = invocation;
  const fromSpace = flags.text('from-space');
  return {
    ...(where === '' ? {} : { Where: where }),
    ...(flags.text('where-data') === '' ? {} : { WhereData: flags.text('where-data') }),
    ...(flags.text('resource-type') === '' ? {} : { ResourceType: flags.text('resource-type') }),
    ...(fromSpace === '' ? {} : { FromSpaceID: (await findSpace(invocation, fromSpace)).SpaceID }),
  };
}

const NEEDS = { count: 2, usage: '<slug> <from> [options...]' };

/** The same with what the filter is over, where that was said. In bulk `--where` selects the filters. */
async function fromAndFields(invocation: Invocation): Promise<Record<string, unknown>> {
  const { args, flags } = invocation;
  const from = args[1];
  const where = flags.text('where-field') || (from === undefined ? '' : flags.text('where'));
  return { ...(from === undefined ? {} : { From: from }), ...(await fields(invocation, where)) };
}

/** `cub filter …`. */
export const commands = {
  create: (invocation: Invocation) =>
    createEntity(invocation, FILTER_KIND, {
      needs: NEEDS,
      whereIsField: true,
      fields: () => fromAndFields(invocation),
    }),
  delete: (invocation: Invocation) => deleteEntities(invocation, FILTER_KIND),
  get: (invocation: Invocation) => getEntity(invocation, FILTER_KIND),
  list: (invocation: Invocation) => listEntities(invocation, FILTER_KIND),
  update: (invocation: Invocation) =>
    updateEntity(invocation, FILTER_KIND, { needs: NEEDS, fields: () => fromAndFields(invocation) }),
};
