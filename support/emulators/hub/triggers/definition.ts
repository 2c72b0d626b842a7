import { RESIDENT_RELATIONS } from '../entities/common-relations';
import type { Definition } from '../entities/definition';
import { byClient, byServer, RESIDENT_FIELDS } from '../entities/fields';
import { badRequest } from '../errors/api-error';
import { readArguments } from '../function-calls/read-invocations';
import { functionSignatures } from '../functions/index';
import { checkSpaceAgain } from './check-again';
import type { Trigger } from './model';

const EVENTS = ['Mutation', 'PostClone'];

export const TRIGGER: Definition<Trigger> = {
  kind: 'Trigger',
  path: 'trigger',
  noun: 'trigger',
  table: 'triggers',
  id: 'TriggerID',
  fields: {
    ...RESIDENT_FIELDS,
    TriggerID: byServer('uuid'),
    Event: byClient('text'),
    ToolchainType: byClient('text'),
    FunctionName: byClient('text'),
    Arguments: byClient('any'),
    Validating: byServer('boolean'),
    Disabled: byClient('boolean'),
    Enforced: byClient('boolean'),
    Warn: byClient('boolean'),
    BridgeWorkerID: byServer('uuid'),
    InvocationID: byServer('uuid'),
  },
  relations: {
    ...RESIDENT_RELATIONS,
    BridgeWorkerID: { as: 'BridgeWorker', kind: 'BridgeWorker', find: () => undefined },
    InvocationID: { as: 'Invocation', kind: 'Invocation', find: () => undefined },
  },
  defaults: () => ({
    Event: '',
    ToolchainType: 'Kubernetes/YAML',
    FunctionName: '',
    Arguments: null,
    Validating: false,
    Disabled: false,
    Enforced: false,
    Warn: false,
  }),
  check: (_call, row) => {
    if (!EVENTS.includes(row.Event))
      throw badRequest(`Trigger.Event must be one of ${EVENTS.join(', ')}, not "${row.Event}"`);
    if (row.ToolchainType !== 'Kubernetes/YAML')
      throw badRequest(`Trigger.ToolchainType "${row.ToolchainType}" is not supported by this hub`);
    const signatures = functionSignatures();
    const signature = Object.hasOwn(signatures, row.FunctionName) ? signatures[row.FunctionName] : undefined;
    if (!signature) throw badRequest(`Trigger.FunctionName: function "${row.FunctionName}" does not exist`);
    return { ...row, Arguments: readArguments(row.Arguments), Validating: signature.Validating };
  },
  saved: (call, row) => checkSpaceAgain(call, row.SpaceID),
  removed: (call, row) => checkSpaceAgain(call, row.SpaceID),
};
