import { isOfType } from '../where/data';
import { sorted } from './attribute-values';
import { type ArgumentValue, type FunctionDefinition, mutating, parameter, reading } from './definition';
import { readPlaces, type ScalarType, writePlaces } from './places';

function typedPath(type: ScalarType): FunctionDefinition[] {
  const place = (verb: string) => [
    parameter('resource-type', `Resource type ([Group/]Version/Kind) of the attribute to ${verb}`),
    parameter('path', verb === 'get' ? 'Path whose value to get' : 'Path of the attribute to set'),
  ];
  return [
    mutating(
      `set-${type}-path`,
      {
        description: 'Set the value(s) of the specified attribute path',
        parameters: [...place('set'), parameter('attribute-value', 'Value to set the attribute to', type)],
      },
      (call) => {
        const [resourceType, path, value] = call.args as [string, string, ArgumentValue];
        for (const resource of call.resources) {
          if (isOfType(resource, resourceType)) writePlaces(call, { resource, path, type }, value, true);
        }
      },
    ),
    reading(
      `get-${type}-path`,
      {
        description: 'Returns the value(s) of the specified attribute path',
        parameters: place('get'),
        output: {
          type: 'AttributeValueList',
          name: 'path',
          description: 'Value of the specified resource path',
        },
      },
      ({ args: [resourceType, path], resources }) =>
        sorted(
          resources
            .filter((resource) => isOfType(resource, String(resourceType)))
            .flatMap((resource) => readPlaces({ resource, path: String(path), type }, 'attribute-value')),
        ),
    ),
  ];
}

/** Functions on any path, by the type of its value. */
export const typedPathFunctions: FunctionDefinition[] = (['string', 'int', 'bool'] as const).flatMap(
  typedPath,
);
