import { Failure } from '../failure';
import { type FunctionSignature, functionFile, saveFunctions } from '../functions/cache';
import { invokeFunction } from '../functions/invoke';
import type { FunctionArgument } from '../hub/entities';
import type { Invocation } from '../invocation';

/** `cub run --reload`: fetches the functions that `cub run` then offers as commands. */
export async function reloadFunctions(invocation: Invocation): Promise<void> {
  const { args, flags, host, print } = invocation;
  if (!flags.on('reload') && !flags.on('reset')) {
    const what = args[0] === undefined ? '' : `unknown function "${args[0]}": `;
    throw new Failure(`${what}run with --reload or --reset to load and set up function list in CLI`);
  }
  await saveFunctions(invocation);
  print.say(`Function list saved to ${functionFile(host.env)}`);
}

/** `cub run FUNCTION`: arguments in order, or each as a flag of its own. */
export async function runFunction(
  invocation: Invocation,
  name: string,
  signature: FunctionSignature,
): Promise<void> {
  await invokeFunction(invocation, name, given(invocation, signature), !invocation.flags.on('quiet'));
}

function given({ args, flags }: Invocation, { Parameters, VarArgs }: FunctionSignature): FunctionArgument[] {
  const parameters = Parameters ?? [];
  const last = parameters.at(-1)?.ParameterName;
  const named = parameters.flatMap(({ ParameterName, Required }, index): FunctionArgument[] => {
    const word = args[index];
    if (word !== undefined) return [{ ParameterName, Value: word }];
    if (flags.has(ParameterName)) return [{ ParameterName, Value: flags.raw(ParameterName) }];
    if (Required) throw new Failure(`required parameter '${ParameterName}' not provided`);
    return [];
  });
  const more = VarArgs && last !== undefined ? args.slice(parameters.length) : [];
  return [...named, ...more.map((word) => ({ ParameterName: last as string, Value: word }))];
}
