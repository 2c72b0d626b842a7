import { createEntity } from '../entities/create';
import { deleteEntities } from '../entities/delete';
import { getEntity } from '../entities/get';
import { listEntities } from '../entities/list';
import { updateEntity } from '../entities/update';
import type { Invocation } from '../invocation';
import { TAG } from './kind';

const noFields = async () => ({});

/** `cub tag …`. */
export const commands = {
  create: (invocation: Invocation) =>
    createEntity(invocation, TAG, { needs: { count: 1, usage: '<slug>' }, fields: noFields }),
  delete: (invocation: Invocation) => deleteEntities(invocation, TAG),
  get: (invocation: Invocation) => getEntity(invocation, TAG),
  list: (invocation: Invocation) => listEntities(invocation, TAG),
  update: (invocation: Invocation) => updateEntity(invocation, TAG, { fields: noFields }),
};
