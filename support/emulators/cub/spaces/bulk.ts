import { Failure } from '../failure';
import type { ResponseError, Space } from '../hub/entities';
import type { Invocation } from '../invocation';

interface SpaceRow {
  Space?: Space;
  Error?: ResponseError;
}

/** What a bulk operation on spaces did, space by space; fails when it did nothing at all. */
export function reportSpaces(
  { print }: Invocation,
  rows: SpaceRow[],
  status: number,
  operation: string,
): void {
  if (rows.length === 0) {
    print.raw(`No spaces found to ${operation}\n`);
    return;
  }
  rows.forEach(({ Space: space, Error: error }, index) => {
    print.raw(`Space ${index + 1}:\n`);
    if (error !== undefined) print.raw(`  Error: ${error.Message ?? ''}\n`);
    if (error === undefined && space !== undefined) print.raw(`  Successfully ${operation}d space:\n`);
    if (space !== undefined) {
      print.raw(`  Space ID: ${space.SpaceID}\n  Slug: ${space.Slug}\n`);
      if (error === undefined && space.DisplayName) print.raw(`  Display Name: ${space.DisplayName}\n`);
    }
    print.raw('\n');
  });
  const failed = rows.filter((row) => row.Error !== undefined).length;
  const succeeded = rows.filter((row) => row.Error === undefined && row.Space !== undefined).length;
  print.raw(`Summary: ${succeeded} succeeded, ${failed} failed out of ${rows.length} total spaces\n`);
  if (status === 207 && failed === rows.length) throw new Failure(`all ${operation} operations failed`);
}
