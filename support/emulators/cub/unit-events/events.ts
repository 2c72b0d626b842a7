import type { UnitEvent } from '../hub/entities';
import type { Invocation } from '../invocation';
import { findUnit } from '../lookup/units';

/** The events of a unit that an expression selects, newest first. */
export async function eventsOf(
  invocation: Invocation,
  unitName: string,
  where: string,
): Promise<UnitEvent[]> {
  const { flags, hub, space } = invocation;
  const { UnitID } = await findUnit(invocation, unitName);
  const { body } = await hub.get(`/space/${space.id}/unit/${UnitID}/unit_event`, {
    where,
    contains: flags.text('contains'),
  });
  const at = ({ CreatedAt = '' }: UnitEvent) => Date.parse(CreatedAt);
  return (body as UnitEvent[]).sort((left, right) => at(right) - at(left));
}
