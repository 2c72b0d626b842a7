import { createEntity } from '../entities/create';
import { deleteEntities } from '../entities/delete';
import { getEntity } from '../entities/get';
import { listEntities } from '../entities/list';
import { updateEntity } from '../entities/update';
import { parseArguments } from '../functions/arguments';
import type { Invocation } from '../invocation';
import { findWorker } from '../lookup/workers';
import { TRIGGER } from './kind';

/** The attributes that flags give a trigger. */
async function fields(invocation: Invocation): Promise<Record<string, unknown>> {
  const { flags } = invocation;
  const worker = flags.text('worker');
  return {
    ...(flags.has('disable') ? { Disabled: flags.on('disable') } : {}),
    ...(flags.has('enforce') ? { Enforced: flags.on('enforce') } : {}),
    ...(worker === '' ? {} : { BridgeWorkerID: (await findWorker(invocation, worker)).BridgeWorkerID }),
  };
}

/** `cub trigger …`. */
export const commands = {
  create: (invocation: Invocation) =>
    createEntity(invocation, TRIGGER, {
      needs: { count: 4, usage: '<slug> <event> <config type> <function> [arguments...]' },
      fields: async () => {
        const [, event, toolchain, name, ...words] = invocation.args;
        const given = parseArguments(words);
        return {
          ...(await fields(invocation)),
          Event: event,
          ToolchainType: toolchain,
          FunctionName: name,
          Arguments: given.length === 0 ? null : given,
        };
      },
    }),
  delete: (invocation: Invocation) => deleteEntities(invocation, TRIGGER),
  get: (invocation: Invocation) => getEntity(invocation, TRIGGER),
  list: (invocation: Invocation) => listEntities(invocation, TRIGGER),
  update: (invocation: Invocation) => updateEntity(invocation, TRIGGER, () => fields(invocation)),
};
