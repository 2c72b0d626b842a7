import type { Invocation } from '../invocation';
import { table } from './table';
import { timeText } from './time';

/** Labels or annotations as `a=1,b=2`. */
export function pairs(map: Record<string, string> | undefined | null): string {
  return Object.entries(map ?? {})
    .map(([key, value]) => `${key}=${value}`)
    .join(',');
}

/** The rows that the details of most entities share. */
export function commonRows(entity: {
  CreatedAt?: string;
  UpdatedAt?: string;
  Labels?: Record<string, string>;
  Annotations?: Record<string, string>;
  OrganizationID: string;
}): string[][] {
  return [
    ['Created At', timeText(entity.CreatedAt)],
    ['Updated At', timeText(entity.UpdatedAt)],
    ['Labels', pairs(entity.Labels)],
    ['Annotations', pairs(entity.Annotations)],
    ['Organization ID', entity.OrganizationID],
  ];
}

/** A row with the names of the checks that failed; none when there are none. */
export function failedChecks(
  title: string,
  checks: Readonly<Record<string, boolean>> | null | undefined,
): string[][] {
  const all = Object.entries(checks ?? {});
  return all.length === 0 ? [] : [[title, all.flatMap(([name, failed]) => (failed ? [name] : [])).join(' ')]];
}

/** Details of one entity as a table of two columns. */
export function details(rows: readonly (readonly string[])[]): string {
  return table(rows);
}

/** Prints rows of details. */
export function printDetails({ print }: Invocation, rows: readonly (readonly string[])[]): void {
  print.raw(table(rows));
}
