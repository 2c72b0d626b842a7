import type { Call } from '../routing/route';
import type { Unit } from '../units/model';
import type { Trigger } from './model';

/** What makes triggers run: every change of data, and being cloned beside it. */
export type TriggerEvent = 'Mutation' | 'PostClone';

/** The triggers of the unit's space that wait for any of these events. */
export function triggersOf(call: Call, unit: Unit, events: readonly TriggerEvent[]): Trigger[] {
  const triggers = call.hub.database.tables.triggers.by('space', unit.SpaceID);
  return triggers.filter(({ Disabled, Event }) => !Disabled && events.some((event) => event === Event));
}
