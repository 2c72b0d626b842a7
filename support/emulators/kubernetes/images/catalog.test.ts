import assert from 'node:assert/strict';
import { pullImage } from './catalog';

const DIGEST = `sha256:${'a'.repeat(64)}`;

describe('images of the embedded cluster', () => {
  for (const image of [
    'ghcr.io/finos/traderx/trade-service:latest',
    'ghcr.io/finos/traderx/reference-data',
    'ghcr.io/finos/traderx/reference-data:v2.1.0-hotfix',
    `ghcr.io/finos/traderx/trade-service@${DIGEST}`,
    'confighubai/confighub-worker:latest',
    'localhost/microtraderx/puller:embedded',
    'registry.example.com:5000/mirror/confighubai/confighub-worker:v1',
    'nginx',
    'docker.io/library/busybox:1.36',
    'registry.k8s.io/pause:3.10',
  ]) {
    it(`has ${image}`, () => assert.ok('image' in pullImage(image)));
  }

  const notFound = (image: string) =>
    `failed to pull and unpack image "${image}": failed to resolve reference "${image}": ${image}: not found`;
  const rows: [image: string, problem: string, message: string | RegExp][] = [
    [
      'ghcr.io/finos/traderx/trade-service:does-not-exist',
      'ErrImagePull',
      notFound('ghcr.io/finos/traderx/trade-service:does-not-exist'),
    ],
    [
      'ghcr.io/finos/traderx/trade-service:v3-missing',
      'ErrImagePull',
      notFound('ghcr.io/finos/traderx/trade-service:v3-missing'),
    ],
    [
      'confighubai/confighub-worker:missing',
      'ErrImagePull',
      notFound('docker.io/confighubai/confighub-worker:missing'),
    ],
    ['nginx:no-such-thing', 'ErrImagePull', notFound('docker.io/library/nginx:no-such-thing')],
    ['ghcr.io/finos/traderx/other:latest', 'ErrImagePull', /failed to authorize: .*: 403 Forbidden$/],
    [
      'somebody/something',
      'ErrImagePull',
      /pull access denied, repository does not exist or may require authorization/,
    ],
    ['registry.example.com/app:1', 'ErrImagePull', /dial tcp: lookup registry\.example\.com: no such host$/],
    ['Not An Image', 'InvalidImageName', /invalid reference format$/],
    ['nginx:', 'InvalidImageName', /"nginx:"/],
    ['', 'InvalidImageName', /invalid reference format$/],
  ];
  for (const [image, problem, message] of rows) {
    it(`cannot pull ${image || 'an empty name'}`, () => {
      const pull = pullImage(image);
      assert.ok('problem' in pull);
      assert.equal(pull.problem, problem);
      if (typeof message === 'string') assert.equal(pull.message, message);
      else assert.match(pull.message, message);
    });
  }
});
