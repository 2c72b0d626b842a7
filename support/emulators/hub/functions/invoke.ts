import { ConfigDataError } from '../config-data/errors';
import { openConfig, parseConfig } from '../config-data/index';
import { printFile } from '../config-data/print';
import { resourcesOf } from '../config-data/resources';
import { diffResources } from '../merge/diff-config';
import { accumulate, hasChanges } from '../merge/sources';
import { QueryError } from '../where/model';
import { bindArguments } from './arguments';
import { catalogue } from './catalogue';
import { type Call, type FunctionDefinition, FunctionError } from './definition';
import type {
  FunctionContext,
  FunctionInvocation,
  FunctionSignature,
  InvokeOptions,
  InvokeOutcome,
} from './model';
import { Outputs } from './outputs';

/**
 * Runs functions in order on a unit's data; each works on what the one before left. What fails is told in `errors`
 * and changes nothing (contract 6.1, 6.2). Never throws for bad input.
 */
export function invokeFunctions(
  data: string,
  invocations: FunctionInvocation[],
  context: FunctionContext,
  options: InvokeOptions = {},
): InvokeOutcome {
  const run = new Run(data, context, options);
  for (const [position, invocation] of invocations.entries()) {
    if (run.invoke(invocation, position) === 'stop') break;
  }
  return run.outcome();
}

class Run {
  private mutations: InvokeOutcome['mutations'] = [];
  private readonly mutators: number[] = [];
  private readonly outputs: Outputs;
  private filtersLeft: number;
  private success = true;

  constructor(
    private data: string,
    private readonly context: FunctionContext,
    private readonly options: InvokeOptions,
  ) {
    this.outputs = new Outputs(context, options.combineValidationResults ?? false);
    this.filtersLeft = options.numFilters ?? 0;
  }

  invoke(invocation: FunctionInvocation, position: number): 'stop' | 'go on' {
    const definition = catalogue.get(invocation.FunctionName);
    if (!definition) return this.failed([`invoke ${invocation.FunctionName}: function does not exist`]);
    const errors: string[] = [];
    const output = this.attempt(definition, invocation, position, errors);
    const { Validating, OutputInfo } = definition.signature;
    const isFilter = Validating && this.filtersLeft > 0;
    if (isFilter) this.filtersLeft -= 1;
    if (isFilter && errors.length === 0 && !(output as { Passed?: boolean })?.Passed) return 'stop';
    const next = errors.length > 0 ? this.failed([errors.join('\n')]) : 'go on';
    if (next !== 'stop' && output !== undefined && OutputInfo)
      this.outputs.add(definition.signature, output, position);
    return next;
  }

  /** Runs one function; its output, or what it answers when it failed. */
  private attempt(
    definition: FunctionDefinition,
    invocation: FunctionInvocation,
    position: number,
    errors: string[],
  ): unknown {
    let isBound = false;
    try {
      const args = bindArguments(invocation, definition.signature);
      isBound = true;
      const call: Call = {
        data: this.data,
        ...openConfig(this.data),
        args,
        context: this.context,
        fail: (message) => errors.push(message),
      };
      const output = definition.run(call);
      if (definition.signature.Mutating) this.keep(call, position);
      return output;
    } catch (error) {
      if (!isUserError(error)) throw error;
      errors.push(error.message);
      return isBound ? outputOfFailure(definition.signature) : undefined;
    }
  }

  private keep(call: Call, position: number): void {
    const newer = diffResources(parseConfig(this.data), resourcesOf(call.file), position);
    if (!hasChanges(newer)) return;
    this.data = printFile(call.file);
    this.mutations = this.mutators.length === 0 ? newer : accumulate(this.mutations, newer);
    this.mutators.push(position);
  }

  private failed(messages: string[]): 'stop' | 'go on' {
    this.outputs.errors.push(...messages);
    this.success = false;
    return this.options.stopOnError ? 'stop' : 'go on';
  }

  outcome(): InvokeOutcome {
    return {
      data: this.data,
      changed: this.mutators.length > 0,
      mutations: this.mutations,
      mutators: this.mutators,
      success: this.success,
      ...this.outputs.result(),
    };
  }
}

function outputOfFailure({ OutputInfo }: FunctionSignature): unknown {
  if (OutputInfo?.OutputType === 'ValidationResult') return { Passed: false };
  return OutputInfo?.OutputType === 'AttributeValueList' ? [] : undefined;
}

function isUserError(error: unknown): error is Error {
  return error instanceof FunctionError || error instanceof ConfigDataError || error instanceof QueryError;
}
