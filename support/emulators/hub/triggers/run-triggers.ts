import { renumbered } from '../function-calls/renumber';
import { markLocal } from '../merge/index';
import type { Call } from '../routing/route';
import { type Change, nextMutation } from '../units/change-unit';
import type { Unit } from '../units/model';
import { runTrigger } from './run-trigger';
import { type TriggerEvent, triggersOf } from './triggers-of';
import { verdictsOn } from './verdicts';

type Record = (unit: Unit, change: Change) => Unit;

/**
 * Runs the space's triggers on data that just changed: mutating ones change it further, validating ones then leave
 * their verdicts.
 */
export function runTriggers(call: Call, unit: Unit, events: readonly TriggerEvent[], record: Record): Unit {
  let current = unit;
  for (const trigger of triggersOf(call, unit, events).filter((each) => !each.Validating)) {
    const outcome = runTrigger(call, current, trigger);
    if (!outcome.changed) continue;
    const mutations = markLocal(renumbered(outcome.mutations, nextMutation(current)));
    current = record(current, { data: outcome.data, mutations, cause: { TriggerID: trigger.TriggerID } });
  }
  return { ...current, ...verdictsOn(call, current) };
}
