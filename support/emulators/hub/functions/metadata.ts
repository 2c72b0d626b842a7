import { type FunctionDefinition, parameter } from './definition';
import { type PathFamily, pathFunctions } from './path-functions';

function metadataMap(kind: 'annotation' | 'label'): PathFamily {
  return {
    name: kind,
    about: kind === 'annotation' ? ' an annotation' : ' a label',
    selectors: [parameter(`${kind}-key`, `Key of ${kind} to `)],
    value: parameter(`${kind}-value`, `Value of the specified ${kind}`),
    attribute: `${kind}-value`,
    types: ['*'],
    paths: (_, [key = '']) => [`metadata.${kind}s.@${key.replaceAll('.', '~1')}`],
    create: true,
  };
}

/** Functions on labels and annotations of all resources. */
export const metadataFunctions: FunctionDefinition[] = [
  metadataMap('annotation'),
  metadataMap('label'),
].flatMap(pathFunctions);
