import type { SnapshotRecord } from './media-types';

/** How a stage began, to be drawn: a base, a region that is cloned from it and runs, and the namespace it needs. */
export const began: SnapshotRecord = {
  moment: 'before',
  units: [
    { space: 'traderx-base', unit: 'trade-service', revision: 1, live: 0, service: service('', 1, 'v1') },
    {
      space: 'traderx-prod-eu',
      unit: 'trade-service',
      revision: 3,
      live: 3,
      upstream: { space: 'traderx-base', unit: 'trade-service', behind: 0 },
      target: 'worker-kubernetes',
      service: service('traderx-prod-eu', 5, 'v1'),
    },
    { space: 'traderx-infra', unit: 'ns-eu', revision: 2, live: 2, target: 'worker-kubernetes' },
  ],
  deployments: [deployment('traderx-prod-eu', 'trade-service', 5), deployment('worker', 'worker', 1)],
};

/** How it ended: the base has a new algorithm, the region is behind, and runs fewer replicas. */
export const ended: SnapshotRecord = {
  moment: 'after',
  units: [
    { space: 'traderx-base', unit: 'trade-service', revision: 2, live: 0, service: service('', 1, 'v2') },
    {
      space: 'traderx-prod-eu',
      unit: 'trade-service',
      revision: 4,
      live: 4,
      upstream: { space: 'traderx-base', unit: 'trade-service', behind: 1 },
      target: 'worker-kubernetes',
      service: service('traderx-prod-eu', 2, 'v1'),
    },
    { space: 'traderx-infra', unit: 'ns-eu', revision: 2, live: 2, target: 'worker-kubernetes' },
  ],
  links: [{ space: 'traderx-prod-eu', from: 'trade-service', to: 'ns-eu', toSpace: 'traderx-infra' }],
  deployments: [deployment('traderx-prod-eu', 'trade-service', 2), deployment('worker', 'worker', 1)],
};

function service(namespace: string, replicas: number, algorithm: string) {
  const image = 'traderx/trade-service:latest';
  return { name: 'trade-service', namespace, replicas, image, settings: { TRADING_ALGORITHM: algorithm } };
}

function deployment(namespace: string, name: string, replicas: number) {
  return {
    namespace,
    name,
    wanted: replicas,
    ready: replicas,
    updated: replicas,
    image: `traderx/${name}:latest`,
  };
}

/** A small project whose run has everything that a report tells: a failure, a skip, tables, commands, state, a picture. */
export const features = {
  'stage-3.feature': `@stage-3
Feature: Stage 3: Three regions

  One base, three regions <of the world>.

  Rule: Each region has its own size

    Scenario: EU runs five
      Given the regions are set up:
        | region | replicas |
        | EU     | 5        |
      Then EU runs five

    @needs-kubelet
    Scenario: The platform answers
      Given a platform that answers
`,
  'stage-4.feature':
    '@stage-4\nFeature: Stage 4: Push-upgrade\n\n  Scenario: Upgrade\n    Given a note\n    Then the EU runs with 2\n',
  'bulk.feature':
    'Feature: Bulk operations\n\n  Scenario Outline: Scale\n    Given a note\n\n    Examples:\n      | n |\n      | 3 |\n      | 4 |\n',
};

/** Its steps, as JavaScript. */
export const steps = `
const environment = { hub: { kind: 'embedded', version: '1.0' }, cub: { kind: 'bundled', version: '1.0' },
  cluster: { kind: 'embedded', version: 'v1.32.0' }, notes: ['No image is pulled.'] };
Before(function () { attach(this, 'environment', environment); });
Given('the regions are set up:', function (_table) {
  attach(this, 'command', { command: '/somewhere/bin/cub', args: ['space', 'create', "it's"], exitCode: 0,
    stdout: 'Successfully created space <b>it\\'s</b>', stderr: '', milliseconds: 81 });
  attach(this, 'cluster', { operation: 'apply Deployment trade-service', namespace: 'traderx-prod-eu', outcome: 'created' });
});
Then('EU runs five', () => { throw new Error('EU replicas: expected 5, found 4'); });
After(function ({ result }) {
  if (result.status === 'FAILED') attach(this, 'state', { title: 'Units of EU', text: 'trade-service 4' });
});
Given('a platform that answers', function () { attach(this, 'skip', { reason: 'this cluster has no kubelet' }); return 'skipped'; });
Given('a note', function () {
  this.log('noted');
  for (const stdout of ['2 of 3', '3 of 3'])
    attach(this, 'command', { command: 'cub', args: ['unit', 'list'], exitCode: 0, stdout, stderr: '', milliseconds: 80 });
});
Then('the EU runs with 2', function () {
  attach(this, 'snapshot', ${JSON.stringify(began)});
  const config = (replicas) => 'kind: Deployment\\nspec:\\n  replicas: ' + replicas + '\\n';
  attach(this, 'change', { space: 'traderx-prod-eu', unit: 'trade-service',
    before: { revision: 3, why: '', data: config(5) }, after: { revision: 4, why: 'After the close', data: config(2) } });
  for (const name of ['trade-service', 'reference-data'])
    attach(this, 'cluster', { operation: 'see', outcome: '2/2', namespace: 'traderx-prod-eu',
      seen: [{ namespace: 'traderx-prod-eu', name, wanted: 2, ready: 2, updated: 2, image: 'traderx/' + name + ':latest' }] });
  attach(this, 'snapshot', ${JSON.stringify(ended)});
});
`;
