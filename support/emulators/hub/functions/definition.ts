import type { Resource } from '../config-data/index';
import type { TreeFile } from '../config-data/tree';
import type { FunctionContext, FunctionParameter, FunctionSignature, OutputType } from './model';

export type ArgumentValue = string | number | boolean;

/** What a function gets: the data opened for changes, its arguments in order, and where it may report. */
export interface Call {
  data: string;
  file: TreeFile;
  resources: Resource[];
  args: ArgumentValue[];
  context: FunctionContext;
  /** Reports what went wrong at one place while the other places go on; the call then counts as failed. */
  fail(message: string): void;
}

/** A function: its signature as data, and what it does to a unit. A getter or validator returns its output. */
export interface FunctionDefinition {
  signature: FunctionSignature;
  run(call: Call): unknown;
}

/** Ends a function without any change; the message is the user's. */
export class FunctionError extends Error {
  override readonly name = 'FunctionError';
}

interface Outline {
  description: string;
  parameters?: FunctionParameter[];
  output?: { type: OutputType; name: string; description: string };
  varArgs?: boolean;
  idempotent?: boolean;
  attribute?: string;
  visitor?: boolean;
  types?: string[];
}

/** A function that changes data. */
export function mutating(name: string, outline: Outline, run: (call: Call) => void): FunctionDefinition {
  return { signature: signature(name, outline, true), run };
}

/** A function that answers something about the data. */
export function reading(name: string, outline: Outline, run: (call: Call) => unknown): FunctionDefinition {
  return { signature: signature(name, outline, false), run };
}

/** The same function under another name. */
export function alias(name: string, definition: FunctionDefinition): FunctionDefinition {
  return { ...definition, signature: { ...definition.signature, FunctionName: name } };
}

/** A required parameter. */
export function parameter(
  name: string,
  description: string,
  type: FunctionParameter['DataType'] = 'string',
  constraints: Partial<FunctionParameter> = {},
): FunctionParameter {
  return { ParameterName: name, Description: description, Required: true, DataType: type, ...constraints };
}

function signature(name: string, outline: Outline, isMutating: boolean): FunctionSignature {
  const { parameters = [], output } = outline;
  return {
    FunctionName: name,
    Parameters: parameters,
    RequiredParameters: parameters.filter(({ Required }) => Required).length,
    VarArgs: outline.varArgs ?? false,
    OutputInfo: output
      ? { ResultName: output.name, Description: output.description, OutputType: output.type }
      : null,
    Mutating: isMutating,
    Validating: output?.type === 'ValidationResult',
    Hermetic: true,
    Idempotent: outline.idempotent ?? true,
    Description: outline.description,
    FunctionType: outline.visitor ? 'PathVisitor' : 'Custom',
    ...(outline.attribute === undefined ? {} : { AttributeName: outline.attribute }),
    AffectedResourceTypes: outline.types ?? ['*'],
  };
}
