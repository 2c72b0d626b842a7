import { Failure } from '../failure';
import type { ExtendedUnit, ResponseError, UnitRow } from '../hub/entities';
import type { Invocation } from '../invocation';
import { getUnit } from '../lookup/units';
import { hasOtherOutput, listing, printForms } from '../output/results';
import { awaitTriggers, waits } from './gates';
import { unitListing } from './list';

function errorTable(invocation: Invocation, errors: ResponseError[]): string {
  const rows = errors.map((error) => [
    error.ErrorMetadata?.EntityType || 'unknown',
    error.ErrorMetadata?.EntityID || 'unknown',
    String(error.Status ?? 0),
    error.Message ?? '',
  ]);
  return listing(invocation, ['Entity Type', 'Entity ID', 'Status', 'Message'], rows);
}

/**
 * Waits for the triggers of all changed units, then tells how many were changed and which were not. Fails when any
 * failed. `from` names the unit whose change was spread.
 */
export async function reportUnits(
  invocation: Invocation,
  rows: UnitRow[],
  status: number,
  operation: string,
  from = '',
): Promise<void> {
  const { flags, print } = invocation;
  const plain = !flags.on('quiet') && !hasOtherOutput(invocation);
  const errors = rows.flatMap((row) => (row.Error === undefined ? [] : [row.Error]));
  const changed = rows.flatMap((row) =>
    row.Error === undefined && row.Unit !== undefined ? [row.Unit] : [],
  );
  const units: ExtendedUnit[] = changed.map((unit) => ({ Unit: unit }));
  if (waits(invocation) && units.length > 0 && !flags.on('dry-run')) {
    if (plain) print.say('Awaiting triggers...');
    for (const [index, unit] of changed.entries()) {
      const latest = await getUnit(invocation, unit.SpaceID, unit.UnitID);
      await awaitTriggers(invocation, latest.Unit);
      units[index] = latest;
    }
  }
  if (plain) {
    if (flags.on('verbose') && units.length > 0) print.raw(unitListing(invocation, units));
    if (errors.length > 0) {
      print.say(`Failed to ${operation} units:`);
      print.raw(errorTable(invocation, errors));
    }
    const mixed = `Bulk ${operation} completed with mixed results: ${units.length} succeeded, ${errors.length} failed out of ${rows.length} total units`;
    const whole = `Bulk ${operation} completed successfully: ${units.length} units ${operation}${from === '' ? '' : ` from ${from}`}`;
    print.say(status === 207 ? mixed : whole);
  }
  await printForms(invocation, '[]UnitCreateOrUpdateResponse', rows);
  if (errors.length > 0 && units.length === 0) throw new Failure(`all bulk ${operation} operations failed`);
  if (errors.length > 0) {
    throw new Failure(
      `bulk ${operation} partially failed: ${units.length} succeeded, ${errors.length} failed`,
    );
  }
}
