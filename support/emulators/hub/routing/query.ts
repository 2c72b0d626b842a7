import { badRequest } from '../errors/api-error';

export type ParameterType = 'string' | 'boolean' | 'uuid';

/** Names and types of the query parameters that a route knows. */
export type ParameterTypes = Record<string, ParameterType>;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** True for text in the form of a UUID. */
export function isUuid(text: unknown): text is string {
  return typeof text === 'string' && UUID.test(text);
}

/** The query of one request, checked against what its route knows. An empty value counts as absent. */
export class Query {
  private readonly values = new Map<string, string>();

  /** @throws ApiError 400 that names an unknown, repeated or badly typed parameter */
  constructor(search: string, types: ParameterTypes, route: string) {
    for (const [name, value] of new URLSearchParams(search)) {
      const type = Object.hasOwn(types, name) ? types[name] : undefined;
      if (!type) throw badRequest(`unknown query parameter "${name}" of ${route}; ${listKnown(types)}`);
      if (this.values.has(name)) throw badRequest(`query parameter "${name}" was given twice`);
      if (value === '') continue;
      check(name, value, type);
      this.values.set(name, value);
    }
  }

  text(name: string): string | undefined {
    return this.values.get(name);
  }

  flag(name: string): boolean {
    return this.values.get(name) === 'true';
  }

  has(name: string): boolean {
    return this.values.has(name);
  }
}

function check(name: string, value: string, type: ParameterType): void {
  if (type === 'boolean' && value !== 'true' && value !== 'false')
    throw badRequest(`query parameter "${name}" must be true or false, not "${value}"`);
  if (type === 'uuid' && !isUuid(value))
    throw badRequest(`query parameter "${name}" must be a UUID, not "${value}"`);
}

function listKnown(types: ParameterTypes): string {
  const names = Object.keys(types);
  return names.length === 0 ? 'it takes none' : `it takes ${names.sort().join(', ')}`;
}
