import { Failure } from '../failure';
import type { Answer } from '../hub/client';
import type { ResponseError } from '../hub/entities';
import type { Invocation } from '../invocation';

interface Row {
  Message?: string;
  Error?: ResponseError;
}

/**
 * The summary of a bulk operation that answers a row per entity; fails when any of them failed, also where the server
 * told so only in a row. `operation` is a verb that takes a `d`.
 */
export function reportBulk(
  { flags, print }: Invocation,
  { body, status }: Answer,
  told: {
    operation: string;
    noun: string;
    context: string;
    verbose?: (row: Row) => string;
    failed?: (row: Row) => boolean;
  },
): void {
  const rows = body as Row[];
  const failures = rows.filter((row) => row.Error !== undefined || told.failed?.(row) === true);
  const succeeded = rows.length - failures.length;
  if (flags.on('verbose')) {
    for (const row of rows.filter((candidate) => !failures.includes(candidate))) {
      print.raw(
        `Successfully ${told.operation}d ${told.noun}: ${told.verbose?.(row) ?? row.Message ?? ''}\n`,
      );
    }
  }
  if (!flags.on('json')) {
    print.raw(`\nBulk ${told.operation} operation completed:\n  Success: ${succeeded} ${told.noun}(s)\n`);
    if (failures.length > 0) print.raw(`  Failed: ${failures.length} ${told.noun}(s)\n`);
    if (failures.length > 0 && flags.on('verbose')) {
      print.raw(
        `\nFailures:\n${failures.map((row) => `  - ${row.Error?.Message || 'unknown error'}\n`).join('')}`,
      );
    }
    if (told.context !== '') print.raw(`  Context: ${told.context}\n`);
  }
  if (status === 207 || failures.length > 0) {
    throw new Failure(
      `bulk ${told.operation} partially failed: ${succeeded} succeeded, ${failures.length} failed`,
    );
  }
}
