import type { Exchange } from '../server/exchange';
import { type FieldError, forbiddenField, invalid, notSupported, required } from '../status/field-error';
import { badRequest, invalidObject } from '../status/refusals';

/** What a write says about itself in its query. */
export interface WriteParameters {
  dryRun: boolean;
  manager: string;
  fieldValidation: 'Ignore' | 'Strict' | 'Warn';
  force: boolean;
}

const VALIDATIONS = ['Ignore', 'Strict', 'Warn'] as const;

/**
 * Reads the parameters of a create, update, patch or delete.
 *
 * @param kind `CreateOptions`, `UpdateOptions`, `PatchOptions`
 * @throws ApiError 422 naming each parameter that makes no sense
 */
export function writeParameters(exchange: Exchange, kind: string, isApply = false): WriteParameters {
  const { query } = exchange;
  const errors: FieldError[] = [];
  const dryRun = query.getAll('dryRun').filter((value) => value !== '');
  if (dryRun.some((value) => value !== 'All')) errors.push(notSupported('dryRun', dryRun, ['All']));
  const manager = query.get('fieldManager') ?? '';
  if (manager.length > 128) {
    errors.push({ field: 'fieldManager', type: 'TooLong', detail: 'may not be more than 128 bytes' });
  }
  if (/\p{C}/u.test(manager))
    errors.push(invalid('fieldManager', manager, 'should only contain printable characters'));
  if (isApply && !manager) errors.push(required('fieldManager', 'is required for apply patch'));
  const force = query.get('force');
  if (force !== null && !isApply)
    errors.push(forbiddenField('force', 'may not be specified for non-apply patch'));
  const validation = (query.get('fieldValidation') || 'Warn') as WriteParameters['fieldValidation'];
  if (!VALIDATIONS.includes(validation))
    errors.push(notSupported('fieldValidation', validation, ['', ...VALIDATIONS]));
  if (errors.length > 0) throw invalidObject({ group: 'meta.k8s.io', kind }, '', errors);
  return {
    dryRun: dryRun.length > 0,
    manager: manager || managerFromUserAgent(exchange.header('user-agent')),
    fieldValidation: validation,
    force: force !== null && booleanParameter(force, 'force'),
  };
}

function managerFromUserAgent(agent: string | undefined): string {
  return agent?.split('/')[0]?.slice(0, 128) || 'unknown';
}

/**
 * A yes or no in a query, as Go reads it.
 *
 * @throws ApiError 400
 */
export function booleanParameter(text: string, name: string): boolean {
  if (['', 'false', '0', 'f', 'F', 'FALSE', 'False'].includes(text)) return false;
  if (['true', '1', 't', 'T', 'TRUE', 'True'].includes(text)) return true;
  throw badRequest(`strconv.ParseBool: parsing ${JSON.stringify(text)}: invalid syntax (parameter ${name})`);
}

/**
 * A whole number in a query; undefined when it is not given.
 *
 * @throws ApiError 400
 */
export function integerParameter(text: string | null, name: string): number | undefined {
  if (text === null || text === '') return undefined;
  if (/^-?\d{1,15}$/.test(text)) return Number(text);
  throw badRequest(`strconv.ParseInt: parsing ${JSON.stringify(text)}: invalid syntax (parameter ${name})`);
}
