import { createEntity } from '../entities/create';
import { deleteEntities } from '../entities/delete';
import { getEntity } from '../entities/get';
import { listEntities } from '../entities/list';
import { updateEntity } from '../entities/update';
import { Failure } from '../failure';
import { parseArguments } from '../functions/arguments';
import type { Invocation } from '../invocation';
import { findWorker } from '../lookup/workers';
import { TRIGGER } from './kind';

const NEEDS = { count: 4, usage: '<slug> <event> <config type> <function> [arguments...]' };

/** A switch with two flags, as `--disable` and `--enable`. */
function switched({ flags }: Invocation, field: string, on: string, off: string): Record<string, boolean> {
  if (flags.on(on) && flags.on(off)) throw new Failure(`--${on} and --${off} flags are mutually exclusive`);
  if (flags.on(on)) return { [field]: true };
  return flags.on(off) ? { [field]: false } : {};
}

/** The attributes that arguments and flags give a trigger. */
async function fields(invocation: Invocation): Promise<Record<string, unknown>> {
  const { args, flags } = invocation;
  const [, event, toolchain, name, ...words] = args;
  const given = parseArguments(words);
  const worker = flags.text('worker');
  return {
    ...switched(invocation, 'Disabled', 'disable', 'enable'),
    ...switched(invocation, 'Enforced', 'enforce', 'unenforce'),
    ...switched(invocation, 'Warn', 'warn', 'unwarn'),
    ...(worker === '' ? {} : { BridgeWorkerID: (await findWorker(invocation, worker)).BridgeWorkerID }),
    ...(name === undefined
      ? {}
      : {
          Event: event,
          ToolchainType: toolchain,
          FunctionName: name,
          Arguments: given.length === 0 ? null : given,
        }),
  };
}

/** `cub trigger …`. */
export const commands = {
  create: (invocation: Invocation) =>
    createEntity(invocation, TRIGGER, { needs: NEEDS, fields: () => fields(invocation) }),
  delete: (invocation: Invocation) => deleteEntities(invocation, TRIGGER),
  get: (invocation: Invocation) => getEntity(invocation, TRIGGER),
  list: (invocation: Invocation) => listEntities(invocation, TRIGGER),
  update: (invocation: Invocation) =>
    updateEntity(invocation, TRIGGER, { needs: NEEDS, fields: () => fields(invocation) }),
};
