import { Failure } from '../failure';
import type { Invocation } from '../invocation';
import { whereIdentifiers, withinSpace } from '../lookup/ids';

export const EXCLUSIVE = '--unit and --where flags are mutually exclusive';

/** The units that `--unit` or `--where` selects, as an expression (not yet narrowed to a space). */
export function selectedUnits({ flags }: Invocation): string {
  const named = flags.list('unit');
  if (named.length > 0 && flags.text('where') !== '') throw new Failure(EXCLUSIVE);
  return named.length > 0 ? whereIdentifiers(named, 'UnitID') : flags.text('where');
}

/** The same, narrowed to the selected space. */
export function selectedUnitsHere(invocation: Invocation): string {
  return withinSpace(selectedUnits(invocation), invocation.space.id);
}

/** Refuses `--space '*'` where one unit is meant. */
export function refuseAllSpaces({ space }: Invocation): void {
  if (space.id === '*') throw new Failure("--space must not be '*' when not performing bulk operations");
}
