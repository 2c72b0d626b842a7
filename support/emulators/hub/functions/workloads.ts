import { IMAGE, IMAGE_REFERENCE, IMAGE_URI } from '../config-data/image-parts';
import { CONTAINER_TYPES, containerPaths } from './containers';
import { alias, type FunctionDefinition, parameter } from './definition';
import { containerName, type PathFamily, pathFunctions } from './path-functions';

const REPLICATED = ['apps/v1/Deployment', 'apps/v1/ReplicaSet', 'apps/v1/StatefulSet'];

const replicas: PathFamily = {
  name: 'replicas',
  about: ' the replicas for workload controllers',
  selectors: [],
  value: parameter('replicas', 'Number of replicas of workload controllers', 'int', { Example: '3', Min: 0 }),
  attribute: 'replicas',
  types: REPLICATED,
  paths: ({ type }) => (REPLICATED.includes(type) ? ['spec.replicas'] : []),
};

const image = ofContainer('image', 'image', 'image', 'container-image', {
  value: parameter('container-image', 'Full container image (repository URI and image reference)', 'string', {
    Example: 'quay.io/jetstack/cert-manager-controller:v1.17.2',
    Regexp: IMAGE,
  }),
  about: ' the image for a container',
});

const imageUri = ofContainer('image-uri', 'URI', 'image#uri', 'container-repository-uri', {
  value: parameter('repository-uri', 'Repository URI (including host and repo)', 'string', {
    Example: 'quay.io/jetstack/cert-manager-controller',
    Regexp: `^(?<uri>${IMAGE_URI})$`,
  }),
  about: ' the image repository URI for a container',
});

const imageReference = ofContainer(
  'image-reference',
  'reference',
  'image#reference',
  'container-image-reference',
  {
    value: parameter('image-reference', 'Image tag or digest (including separator : or @)', 'string', {
      Example: ':v1.17.2',
      Regexp: `^(?<reference>${IMAGE_REFERENCE})$`,
    }),
    about: ' the image reference for a container',
  },
);

/** Pattern of the names of environment variables. */
export const ENV_NAME = '[-._a-zA-Z][-._a-zA-Z0-9]*';

const envVar: PathFamily = {
  name: 'env-var',
  about: ' an environment variable for a container',
  selectors: [
    containerName('env var'),
    parameter('env-var', 'Name of the env var to ', 'string', {
      Example: 'DATABASE_URL',
      Regexp: `^${ENV_NAME}$`,
    }),
  ],
  value: parameter('env-value', 'Env value', 'string', {
    Example: 'postgres://postgres:postgres@localhost:5432/main',
  }),
  attribute: 'env-value',
  types: CONTAINER_TYPES,
  paths: ({ type }, [container = '', variable = '']) =>
    containerPaths(type, container).map(
      (path) => `${path}.env.?name=${variable.replaceAll('.', '~1')}.value`,
    ),
};

function ofContainer(
  name: string,
  about: string,
  field: string,
  attribute: string,
  more: Pick<PathFamily, 'value' | 'about'>,
): PathFamily {
  return {
    name,
    selectors: [containerName(about)],
    attribute,
    types: CONTAINER_TYPES,
    paths: ({ type }, [container = '']) => containerPaths(type, container).map((path) => `${path}.${field}`),
    ...more,
  };
}

const images = pathFunctions(image);

/** Functions on replicas, images and environment variables of workloads. */
export const workloadFunctions: FunctionDefinition[] = [
  ...[replicas, imageUri, imageReference, envVar].flatMap(pathFunctions),
  ...images,
  ...images.map((definition) =>
    alias(definition.signature.FunctionName.replace('image', 'container-image'), definition),
  ),
];
