import { functionContext } from '../function-calls/context';
import { renumbered } from '../function-calls/renumber';
import { invokeFunctions } from '../functions/index';
import { markLocal } from '../merge/index';
import type { Call } from '../routing/route';
import { type Change, nextMutation } from '../units/change-unit';
import type { Unit } from '../units/model';
import type { Trigger } from './model';

type Record = (unit: Unit, change: Change) => Unit;

/**
 * Runs the space's triggers on data that just changed: mutating ones change it further, validating ones that do not
 * pass leave a gate "<trigger>/<function>" that refuses apply.
 */
export function runTriggers(call: Call, unit: Unit, record: Record): Unit {
  let current = unit;
  const active = triggersOf(call, unit);
  for (const trigger of active.filter((each) => !each.Validating)) {
    const outcome = invoke(call, current, trigger);
    if (!outcome.changed) continue;
    const mutations = markLocal(renumbered(outcome.mutations, nextMutation(current)));
    current = record(current, { data: outcome.data, mutations, cause: { TriggerID: trigger.TriggerID } });
  }
  return { ...current, ApplyGates: gates(call, current, active) };
}

/** The gates of a unit as its data and approvals are now. */
export function currentGates(call: Call, unit: Unit): { [gate: string]: boolean } {
  return gates(call, unit, triggersOf(call, unit));
}

function gates(call: Call, unit: Unit, triggers: Trigger[]): { [gate: string]: boolean } {
  const closed: { [gate: string]: boolean } = {};
  for (const trigger of triggers.filter((each) => each.Validating)) {
    const outcome = invoke(call, unit, trigger);
    if (!outcome.success || outcome.passed !== true) closed[`${trigger.Slug}/${trigger.FunctionName}`] = true;
  }
  return closed;
}

function triggersOf(call: Call, unit: Unit): Trigger[] {
  const triggers = call.hub.database.tables.triggers.by('space', unit.SpaceID);
  return triggers.filter((trigger) => !trigger.Disabled && trigger.Event === 'Mutation');
}

function invoke(call: Call, unit: Unit, trigger: Trigger) {
  const invocation = { FunctionName: trigger.FunctionName, Arguments: trigger.Arguments };
  return invokeFunctions(unit.Data, [invocation], functionContext(call, unit));
}
