/** A small project whose run has everything that a report tells: a failure, a skip, rules, tables, commands, state. */
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
  'stage-4.feature': '@stage-4\nFeature: Stage 4: Push-upgrade\n\n  Scenario: Upgrade\n    Given a note\n',
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
`;
