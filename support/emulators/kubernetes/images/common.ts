import type { Image, Program } from './model';
import { isReleasedTag } from './tags';

const REPOSITORIES = new Set([
  ...[
    'alpine',
    'busybox',
    'debian',
    'httpd',
    'memcached',
    'nginx',
    'node',
    'postgres',
    'python',
    'redis',
    'ubuntu',
  ].map((name) => `docker.io/library/${name}`),
  'docker.io/nginxinc/nginx-unprivileged',
  'registry.k8s.io/e2e-test-images/agnhost',
  'registry.k8s.io/pause',
]);

/** Runs until it is stopped and answers 200 on the ports that the container declares; it is not the real program. */
const idle: Program = ({ declaredPorts }) => ({
  listens: declaredPorts,
  answer: () => ({ status: 200, headers: { 'Content-Type': 'text/plain; charset=utf-8' }, body: '' }),
  stop: async () => undefined,
});

/** Images that many manifests use; they run and do nothing. */
export const commonImages: Image = {
  isRepository: (repository) => REPOSITORIES.has(repository),
  hasTag: isReleasedTag,
  program: idle,
};
