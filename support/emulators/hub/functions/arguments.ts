import { convertArgument } from './convert-argument';
import type { ArgumentValue } from './definition';
import { FunctionError } from './definition';
import type { FunctionInvocation, FunctionParameter, FunctionSignature } from './model';

interface Bound {
  parameter: string;
  value: ArgumentValue;
}

/**
 * The arguments of a call in the order of the parameters, converted by the declared types: strings become integers
 * and booleans where those are wanted. Names may stand in any order when all have one. Throws FunctionError with
 * ConfigHub's texts.
 */
export function bindArguments(invocation: FunctionInvocation, signature: FunctionSignature): ArgumentValue[] {
  const given = invocation.Arguments ?? [];
  const { Parameters: parameters, FunctionName: name } = signature;
  checkCount(given.length, signature);
  const bound = given.map((argument, position): Bound => {
    const parameter = parameterOf(argument.ParameterName, position, signature);
    return { parameter: parameter.ParameterName, value: convertArgument(parameter, argument.Value) };
  });
  checkRepeats(bound, signature);
  const isOrdered = bound.every(
    ({ parameter }, position) => parameter === positional(position, parameters)?.ParameterName,
  );
  if (isOrdered) return bound.map(({ value }) => value);
  if (given.some(({ ParameterName }) => !ParameterName)) {
    throw new FunctionError(`mix of out-of-order named and unnamed arguments for function ${name}`);
  }
  for (const { ParameterName, Required } of parameters) {
    if (Required && !bound.some(({ parameter }) => parameter === ParameterName)) {
      throw new FunctionError(`missing required parameter ${ParameterName} for function ${name}`);
    }
  }
  return parameters.flatMap(({ ParameterName }) =>
    bound.filter(({ parameter }) => parameter === ParameterName).map(({ value }) => value),
  );
}

function checkCount(
  count: number,
  { Parameters: parameters, RequiredParameters: required, VarArgs }: FunctionSignature,
): void {
  const usage = parameters
    .map(({ ParameterName, Required }) => ` ${ParameterName} (reqd: ${Required}),`)
    .join('');
  if (count < required)
    throw new FunctionError(`insufficient arguments: got ${count}, expected ${required}:${usage}`);
  if (!VarArgs && count > parameters.length) {
    throw new FunctionError(`too many arguments: got ${count}, expected ${parameters.length}:${usage}`);
  }
}

function parameterOf(
  name: string | undefined,
  position: number,
  signature: FunctionSignature,
): FunctionParameter {
  const { Parameters: parameters, FunctionName } = signature;
  const parameter = name
    ? parameters.find(({ ParameterName }) => ParameterName === name)
    : positional(position, parameters);
  if (parameter) return parameter;
  throw new FunctionError(`argument ${name} is not a valid parameter of function ${FunctionName}`);
}

/** Further arguments of a function with VarArgs belong to its last parameter. */
function positional(position: number, parameters: FunctionParameter[]): FunctionParameter | undefined {
  return parameters[Math.min(position, parameters.length - 1)];
}

function checkRepeats(
  bound: Bound[],
  { Parameters: parameters, VarArgs, FunctionName }: FunctionSignature,
): void {
  const repeatable = VarArgs ? parameters.at(-1)?.ParameterName : undefined;
  const seen = new Set<string>();
  for (const { parameter } of bound) {
    if (seen.has(parameter) && parameter !== repeatable) {
      const why = VarArgs
        ? `is not the last argument of function ${FunctionName}`
        : `function ${FunctionName} is not varargs`;
      throw new FunctionError(`argument ${parameter} appears multiple times but ${why}`);
    }
    seen.add(parameter);
  }
}
