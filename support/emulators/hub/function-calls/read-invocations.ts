import { checkValue, describe } from '../entities/check-value';
import { badRequest } from '../errors/api-error';
import { functionSignatures } from '../functions/index';
import type { FunctionArgument, FunctionInvocation } from '../functions/model';

/** What a client asks of functions. */
export interface InvokeRequest {
  invocations: FunctionInvocation[];
  description: string;
  combine: boolean;
  numFilters: number;
  stopOnError: boolean;
}

const CHECKS: Record<string, (value: unknown, name: string) => unknown> = {
  FunctionInvocations: (value) => value,
  ChangeDescription: (value, name) => checkValue('text', value, name),
  CastStringArgsToScalars: (value, name) => checkValue('boolean', value, name),
  CombineResults: (value, name) => checkValue('boolean', value, name),
  NumFilters: (value, name) => checkValue('integer', value, name),
  StopOnError: (value, name) => checkValue('boolean', value, name),
  UseFunctionWorker: refuseWorker,
  BridgeWorkerID: refuseWorker,
  ToolchainType: (value, name) => {
    if (value !== 'Kubernetes/YAML')
      throw badRequest(`${name} ${describe(value)} is not supported by this hub`);
  },
};

/** Reads the body of a function call. @throws ApiError 400 that names an unknown field or function or a wrong value */
export function readInvokeRequest(body: unknown): InvokeRequest {
  const values = object(body, 'the body');
  for (const [name, value] of Object.entries(values)) {
    const check = Object.hasOwn(CHECKS, name) ? CHECKS[name] : undefined;
    if (!check) throw badRequest(`unknown field ${describe(name)} of FunctionInvocationsRequest`);
    if (value !== null && value !== '') check(value, name);
  }
  const list = values.FunctionInvocations;
  if (!Array.isArray(list) || list.length === 0)
    throw badRequest('FunctionInvocations must be a list of at least one function');
  return {
    invocations: list.map(readInvocation),
    description: String(values.ChangeDescription ?? ''),
    combine: values.CombineResults === true,
    numFilters: Number(values.NumFilters ?? 0),
    stopOnError: values.StopOnError === true,
  };
}

function readInvocation(value: unknown): FunctionInvocation {
  const { FunctionName, Arguments, ...others } = object(value, 'a function invocation');
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) throw badRequest(`unknown field ${describe(unknown)} of FunctionInvocation`);
  const name = checkValue('text', FunctionName, 'FunctionName') as string;
  if (!Object.hasOwn(functionSignatures(), name)) throw badRequest(`invoke ${name}: function does not exist`);
  return { FunctionName: name, Arguments: readArguments(Arguments) };
}

/** Reads a function's arguments; null for none. @throws ApiError 400 */
export function readArguments(value: unknown): FunctionArgument[] | null {
  if (value === null || value === undefined) return null;
  if (!Array.isArray(value)) throw badRequest(`Arguments must be a list, not ${describe(value)}`);
  return value.map(readArgument);
}

function readArgument(value: unknown): FunctionArgument {
  const { ParameterName, Value, ...others } = object(value, 'an argument');
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) throw badRequest(`unknown field ${describe(unknown)} of FunctionArgument`);
  if (!['string', 'number', 'boolean'].includes(typeof Value))
    throw badRequest(`an argument's Value must be a text, a number or true or false, not ${describe(Value)}`);
  if (ParameterName === null || ParameterName === undefined) return { Value };
  return { ParameterName: checkValue('text', ParameterName, 'ParameterName') as string, Value };
}

function refuseWorker(value: unknown): void {
  if (value === false || value === '00000000-0000-0000-0000-000000000000') return;
  throw badRequest(
    'functions of workers are not part of this hub; leave UseFunctionWorker and BridgeWorkerID out',
  );
}

function object(value: unknown, what: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw badRequest(`${what} must be an object, not ${describe(value)}`);
  return value as Record<string, unknown>;
}
