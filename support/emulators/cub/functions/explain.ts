import { Failure } from '../failure';
import type { Invocation } from '../invocation';
import { details } from '../output/pairs';
import { table } from '../output/table';
import { entityQuery, type FunctionSignature, saveFunctions } from './cache';

/** `cub function explain`: how a function is called and what it does. */
export async function explainFunction(invocation: Invocation): Promise<void> {
  const { args, flags, print } = invocation;
  const name = args[0] as string;
  const toolchain = flags.text('toolchain', 'Kubernetes/YAML');
  const functions = (await saveFunctions(invocation, await entityQuery(invocation)))[toolchain];
  if (functions === undefined) throw new Failure(`Toolchain ${toolchain} not found`);
  const signature = functions[name];
  if (signature === undefined) throw new Failure(`Function ${name} not found`);
  print.raw(`${usage(name, signature)}\n\n`);
  print.raw(details(rows(toolchain, name, signature)));
  print.raw(
    table((signature.Parameters ?? []).map(parameter), [
      'Parameter',
      'Name',
      'Data-Type',
      'Required',
      'Description',
      'Example',
      'Constraint',
    ]),
  );
}

function usage(name: string, { Parameters, VarArgs }: FunctionSignature): string {
  const words = (Parameters ?? []).map(({ ParameterName, DataType, Required }) =>
    Required ? `<${ParameterName}>` : `[--${ParameterName}=${DataType}]`,
  );
  return ['Usage: cub function do --', name, ...words, ...(VarArgs ? ['...'] : [])].join(' ');
}

function rows(toolchain: string, name: string, signature: FunctionSignature): string[][] {
  const affected = signature.AffectedResourceTypes ?? [];
  return [
    ['Toolchain Type', toolchain],
    ['Function Name', name],
    ['Description', signature.Description ?? ''],
    ['Required Parameters', String(signature.RequiredParameters ?? 0)],
    ['Varargs', String(signature.VarArgs ?? false)],
    ['Mutating', String(signature.Mutating ?? false)],
    ['Validating', String(signature.Validating ?? false)],
    ['Hermetic', String(signature.Hermetic ?? false)],
    ['Idempotent', String(signature.Idempotent ?? false)],
    ...(signature.FunctionType ? [['Function Type', signature.FunctionType]] : []),
    ...(signature.AttributeName ? [['Attribute Name', signature.AttributeName]] : []),
    ...(affected.length > 0 ? [['Affected Resource Types', affected.join(', ')]] : []),
  ];
}

function parameter(given: NonNullable<FunctionSignature['Parameters']>[number], index: number): string[] {
  return [
    String(index),
    given.ParameterName,
    given.DataType ?? '',
    given.Required ? 'required' : 'optional',
    given.Description ?? '',
    given.Example ?? '',
    given.Regexp ?? '',
  ];
}
