import type { Kind } from '../entities/kind';
import type { ExtendedTrigger, Trigger } from '../hub/entities';
import { isSet } from '../lookup/ids';
import { commonRows, details } from '../output/pairs';

const INCLUDE = 'SpaceID,BridgeWorkerID';

export const TRIGGER: Kind<Trigger, ExtendedTrigger> = {
  noun: 'trigger',
  path: '/trigger',
  shape: 'Trigger',
  rowShape: 'ExtendedTrigger',
  idField: 'TriggerID',
  include: INCLUDE,
  selectable: {
    entity: 'Trigger',
    columns: [
      'Trigger.Slug',
      'Space.Slug',
      'BridgeWorker.Slug',
      'Trigger.Event',
      'Trigger.Validating',
      'Trigger.Disabled',
      'Trigger.Enforced',
      'Trigger.ToolchainType',
      'Trigger.FunctionName',
      'Trigger.Arguments',
    ],
    include: INCLUDE,
    base: ['Slug', 'TriggerID', 'SpaceID', 'OrganizationID'],
  },
  header: [
    'Name',
    'Space',
    'Worker',
    'Event',
    'Validating',
    'Disabled',
    'Enforced',
    'Toolchain-Type',
    'Function-Name',
    'Num-Args',
  ],
  cells: ({ Trigger: trigger, Space, BridgeWorker }, spaceSlug) => [
    trigger.Slug,
    Space?.Slug ?? (spaceSlug || trigger.TriggerID),
    BridgeWorker?.Slug ?? '',
    trigger.Event,
    ...[trigger.Validating, trigger.Disabled, trigger.Enforced].map((value) => String(value ?? false)),
    trigger.ToolchainType,
    trigger.FunctionName ?? '',
    String((trigger.Arguments ?? []).length),
  ],
  entityOf: (row) => row.Trigger,
  details: (trigger) =>
    details([
      ['ID', trigger.TriggerID],
      ['Name', trigger.Slug],
      ['Space ID', trigger.SpaceID],
      ...commonRows(trigger),
      ...(isSet(trigger.BridgeWorkerID) ? [['Worker ID', trigger.BridgeWorkerID]] : []),
      ['Event', trigger.Event],
      ['Validating', String(trigger.Validating ?? false)],
      ['Disabled', String(trigger.Disabled ?? false)],
      ['Enforced', String(trigger.Enforced ?? false)],
      ...(trigger.Warn === true ? [['Warn', 'true']] : []),
      ['Toolchain Type', trigger.ToolchainType],
      ['Function Name', trigger.FunctionName ?? ''],
      ...(trigger.Arguments ?? []).map(({ ParameterName, Value }, index) => [
        ParameterName ? `Argument ${index} (${ParameterName})` : `Argument ${index}`,
        JSON.stringify(Value),
      ]),
    ]),
};
