import { plainValue } from '../config-data/tree';
import { alias, type FunctionDefinition, FunctionError, parameter, reading } from './definition';

type Evaluate = (context: { r: unknown }) => unknown;

/** Longest expression taken. */
const MAX_LENGTH = 10_000;

const celValidate = reading(
  'cel-validate',
  {
    description: 'Returns true if validation expression evaluates to true for all resources',
    parameters: [
      parameter(
        'validation-expr',
        "CEL (Common Expression Language) expression to validate each resource. The current resource is refenced with the prefix 'r.' See https://cel.dev/ for language details.",
        'CEL',
        {
          Example:
            "r.kind != 'Deployment' || r.spec.template.spec.containers.all(container, container.securityContext.runAsNonRoot == true)",
        },
      ),
    ],
    output: {
      type: 'ValidationResult',
      name: 'passed',
      description: 'True if validation passed, false otherwise',
    },
  },
  ({ args: [argument], resources, fail }) => {
    const expression = String(argument);
    const evaluate = compile(expression);
    const details: string[] = [];
    let passed = true;
    for (const { root, name } of resources) {
      try {
        if (evaluate({ r: plainValue(root) }) === true) continue;
        details.push(`resource ${name} failed validation expression ${expression}`);
      } catch (error) {
        fail(
          `validation expression ${expression} resulted in error on resource ${name}: ${firstLine(error)}`,
        );
      }
      passed = false;
    }
    return passed ? { Passed: true } : { Passed: false, ...(details.length > 0 ? { Details: details } : {}) };
  },
);

function compile(expression: string): Evaluate {
  if (expression.length > MAX_LENGTH) {
    throw new FunctionError(
      `the expression has ${expression.length} characters, at most ${MAX_LENGTH} are taken`,
    );
  }
  // Loaded when the first rule comes: most hubs have none.
  const { Environment } = require('@marcbachmann/cel-js') as typeof import('@marcbachmann/cel-js', { with: {
    'resolution-mode': 'import',
  }});
  const environment = new Environment({ enableOptionalTypes: true }).registerVariable('r', 'dyn');
  const checked = environment.check(expression);
  if (!checked.valid)
    throw new FunctionError(`failed to compile expression ${expression}: ${firstLine(checked.error)}`);
  if (checked.type !== 'bool' && checked.type !== 'dyn') {
    throw new FunctionError(`expression ${expression} does not evaluate to a boolean`);
  }
  return environment.parse(expression) as unknown as Evaluate;
}

function firstLine(error: unknown): string {
  return String((error as Error | undefined)?.message ?? error).split('\n')[0] ?? '';
}

/** Guard rails written as CEL. */
export const celFunctions: FunctionDefinition[] = [
  celValidate,
  alias('vet-cel', celValidate),
  alias('vet-celexpr', celValidate),
];
