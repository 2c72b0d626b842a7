import { type ArgumentValue, FunctionError } from './definition';
import type { FunctionParameter } from './model';

/** An argument as its parameter wants it. Throws FunctionError with ConfigHub's texts. */
export function convertArgument(parameter: FunctionParameter, value: unknown): ArgumentValue {
  const { ParameterName: name, DataType: type } = parameter;
  if (typeof value === 'string') {
    if (type === 'int') return inRange(parameter, toInteger(name, value));
    if (type === 'bool') return toBoolean(name, value);
    return matching(parameter, value);
  }
  if (typeof value === 'number') {
    if (type !== 'int') throw new FunctionError(`argument ${name} data type ${type} is not of type int`);
    return inRange(parameter, Math.trunc(value));
  }
  if (typeof value === 'boolean') {
    if (type !== 'bool') throw new FunctionError(`argument ${name} data type ${type} is not of type bool`);
    return value;
  }
  throw new FunctionError(`argument ${name} type ${goType(value)} is not of a supported type`);
}

function toInteger(name: string, value: string): number {
  const problem = (what: string): FunctionError =>
    new FunctionError(
      `cannot convert argument ${name} value ${value} to int: strconv.Atoi: parsing ${JSON.stringify(value)}: ${what}`,
    );
  if (!/^[+-]?\d+$/.test(value)) throw problem('invalid syntax');
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw problem('value out of range');
  return number;
}

function toBoolean(name: string, value: string): boolean {
  if (['1', 't', 'T', 'TRUE', 'true', 'True'].includes(value)) return true;
  if (['0', 'f', 'F', 'FALSE', 'false', 'False'].includes(value)) return false;
  throw new FunctionError(
    `cannot convert argument ${name} value ${value} to bool: strconv.ParseBool: parsing ${JSON.stringify(value)}: invalid syntax`,
  );
}

function inRange({ ParameterName: name, Min, Max }: FunctionParameter, value: number): number {
  if ((Min === undefined || value >= Min) && (Max === undefined || value <= Max)) return value;
  throw new FunctionError(`argument ${name} value ${value} is out of range [${Min ?? ''},${Max ?? ''}]`);
}

function matching({ ParameterName: name, Regexp, EnumValues }: FunctionParameter, value: string): string {
  if (Regexp !== undefined && !new RegExp(Regexp).test(value)) {
    throw new FunctionError(`value ${value} for argument ${name} failed to match ${Regexp}`);
  }
  if (EnumValues && !EnumValues.includes(value)) {
    throw new FunctionError(
      `value ${value} for argument ${name} is not in enum values [${EnumValues.join(' ')}]`,
    );
  }
  return value;
}

function goType(value: unknown): string {
  if (value === null || value === undefined) return '<nil>';
  return Array.isArray(value) ? '[]interface {}' : 'map[string]interface {}';
}
