import { ApiError, badRequest } from '../errors/api-error';
import type { ParameterTypes } from '../routing/query';
import { Answer, type Call } from '../routing/route';

/** Query parameters of every bulk change. */
export function bulkQuery(more: ParameterTypes = {}): ParameterTypes {
  return {
    where: 'string',
    contains: 'string',
    include: 'string',
    select: 'string',
    filter: 'uuid',
    ...more,
  };
}

/** A bulk change without a selection would touch everything. @throws ApiError 400 */
export function requireSelection(call: Call): void {
  if (!call.query.has('where') && !call.query.has('contains') && !call.query.has('filter'))
    throw badRequest('a bulk change needs where, contains or filter to select what it changes');
}

/**
 * Carries out a change for each row. One that is refused answers an `Error` row and changes nothing; the answer is
 * then 207 instead of 200.
 */
export function rowsToAnswer<Row extends object>(
  rows: Row[],
  kind: string,
  id: string,
  change: (row: Row) => object,
): Answer {
  let refused = 0;
  const answers = rows.map((row) => {
    try {
      return change(row);
    } catch (error) {
      refused++;
      return { Error: toResponseError(error, kind, String((row as Record<string, unknown>)[id])) };
    }
  });
  return new Answer(refused > 0 ? 207 : 200, answers);
}

/** A refusal as it stands inside a bulk answer (contract 4, ResponseError). Anything but a refusal is thrown on. */
export function toResponseError(error: unknown, kind: string, id: string): object {
  const status = error instanceof ApiError ? error.status : (error as { status?: number }).status;
  if (status === undefined || status === 500) throw error;
  return {
    Message: (error as Error).message,
    Status: status,
    ErrorMetadata: { EntityType: kind, EntityID: id },
  };
}
