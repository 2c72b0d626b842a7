import { compileResourceMatch, isOfType } from '../where/data';
import { type FunctionDefinition, parameter, reading } from './definition';

/** Whether a unit has a resource of the type that fulfils the expression. */
export const whereFilter: FunctionDefinition = reading(
  'where-filter',
  {
    description:
      'Returns true if all terms of the conjunction of relational expressions evaluate to true for at least one matching path of a resource of the specified type',
    parameters: [
      parameter('resource-type', 'Resource type ([Group/]Version/Kind) to match'),
      parameter(
        'where-expression',
        'Where filter: path operator literal, joined by AND, as in spec.replicas > 1',
      ),
    ],
    output: {
      type: 'ValidationResult',
      name: 'matched',
      description: 'True if filter passed for at least one resource, false otherwise',
    },
  },
  ({ args: [type, expression], resources, fail }) => {
    const match = compileResourceMatch(String(expression));
    const results = resources.filter((resource) => isOfType(resource, String(type))).map(match);
    const errors = results.flatMap((result) => result.errors);
    for (const error of errors) fail(error);
    return { Passed: errors.length === 0 && results.some(({ matches }) => matches) };
  },
);
