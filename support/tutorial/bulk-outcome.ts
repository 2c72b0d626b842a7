import type { BulkRow } from '../cub/units';
import { TutorialError } from './error';

/**
 * Bulk commands exit with 0 when only some units refuse: this looks at each row.
 *
 * @throws TutorialError naming each refusal
 */
export function refuseFailures(rows: readonly BulkRow[], doing: string): void {
  const failed = rows.filter((row) => row.Error);
  if (failed.length === 0) return;
  throw new TutorialError(
    `${doing}: ${failed.length} of ${rows.length} units refused`,
    failed.map((row) => `${row.Unit?.Slug ?? 'a unit'}: ${row.Error?.Message}`),
  );
}
