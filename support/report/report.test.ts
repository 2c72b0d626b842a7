import assert from 'node:assert/strict';
import { sampleProject } from '../commands/test/sample-project';
import { features, steps } from './sample';
import type { ReportFile } from './write';
import { reportFiles } from './write';

describe('the reports of a run', () => {
  const read = new Map<ReportFile, string>();
  let output = '';
  before(async () => {
    const sample = sampleProject(features, steps);
    const run = await sample.run();
    output = run.output;
    for (const file of reportFiles) read.set(file, run.report(file));
    sample.remove();
  });
  const text = (file: ReportFile): string => read.get(file) ?? '';

  it('stages.json counts each stage and names the environment', () => {
    const { environment, stages, others, passed, failed, skipped } = JSON.parse(text('stages.json'));
    assert.deepEqual(environment.hub, { kind: 'embedded', version: '1.0' });
    assert.deepEqual(
      stages.map(({ seconds, ...line }: { seconds: number }) => line),
      [
        { stage: 3, title: 'Three regions', passed: 0, failed: 1, skipped: 1 },
        { stage: 4, title: 'Push-upgrade', passed: 1, failed: 0, skipped: 0 },
      ],
    );
    assert.equal(others[0].title, 'Bulk operations');
    assert.equal(others[0].passed, 2);
    assert.deepEqual({ passed, failed, skipped }, { passed: 3, failed: 1, skipped: 1 });
  });

  it('junit.xml has a suite for each stage, the failure and the reason of the skip', () => {
    assert.deepEqual(
      [...text('junit.xml').matchAll(/<testsuite name="([^"]+)" .*?tests="(\d+)"/g)].map(
        ([, name, count]) => [name, count],
      ),
      [
        ['Stage 3: Three regions', '2'],
        ['Stage 4: Push-upgrade', '1'],
        ['Bulk operations', '2'],
      ],
    );
    assert.match(text('junit.xml'), /<failure type="failed" message="[^"]*expected 5, found 4"/);
    assert.match(text('junit.xml'), /<skipped message="this cluster has no kubelet"\/>/);
  });

  it('messages.ndjson holds cucumber messages, one a line', () => {
    const lines = text('messages.ndjson').trimEnd().split('\n');
    assert.ok(JSON.parse(lines[0] ?? '').meta);
    assert.ok(JSON.parse(lines.at(-1) ?? '').testRunFinished);
  });

  it('stages.md tells what broke, how to run it again, and why something was skipped', () => {
    assert.match(text('stages.md'), /\| 3 \| Three regions \| failed \| 0 \| 1 \| 1 \|/);
    assert.match(
      text('stages.md'),
      /EU runs five\*\* \(failed\): .*found 4.*`npm test -- features\/stage-3\.feature:8`/,
    );
    assert.match(text('stages.md'), /The platform answers: this cluster has no kubelet/);
  });

  it('the page begins with what broke: expected and found, state, last commands, how to run it again', () => {
    const page = text('index.html');
    const first = page.slice(page.indexOf('What broke'), page.indexOf('<h2>Stages</h2>'));
    for (const part of [
      'EU runs five',
      'expected 5, found 4',
      'npm test -- features/stage-3.feature:8',
      'trade-service 4',
      'cub space create',
    ])
      assert.ok(first.includes(part), `${part} is not at the top`);
  });

  it('the page shows commands and cluster operations of each step, escaped', () => {
    const page = text('index.html');
    assert.ok(page.includes(`cub space create 'it'\\''s'`), 'quoted for a shell, escaped for a page');
    assert.ok(page.includes('space &#60;b&#62;it'));
    assert.ok(page.includes('apply Deployment trade-service in traderx-prod-eu: created'));
    assert.ok(page.includes('three regions &#60;of the world&#62;'));
  });

  it('the page folds a command that was asked again and again into its last answer', () => {
    assert.match(text('index.html'), /asked 2 times, the last one/);
    assert.ok(!text('index.html').includes('2 of 3'));
    assert.ok(text('index.html').includes('3 of 3'));
  });

  it('the page links to each stage, scenario and step, each address once', () => {
    const page = text('index.html');
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    assert.deepEqual(ids, [...new Set(ids)]);
    for (const id of [
      'overview',
      'stage-3',
      'stage-3/eu-runs-five',
      'stage-3/eu-runs-five.2',
      'bulk/scale-2',
    ])
      assert.ok(ids.includes(id), `${id} is not among ${ids.join(' ')}`);
    for (const [, target] of page.matchAll(/href="#([^"]+)"/g))
      if (target !== 'main') assert.ok(ids.includes(target), `#${target} leads nowhere`);
  });

  it('the page draws the stage that was recorded, and no other', () => {
    const [, figure = '', ...others] = text('index.html').split('<figure class="picture">');
    assert.deepEqual(others, []);
    assert.match(figure, /<svg[^>]* role="img"[^>]*><title[^>]*>Stage 4: Push-upgrade: spaces/);
    assert.match(figure, /<desc[^>]*>3 spaces, 3 units, 1 link\..*5\/5 ready → 2\/2 ready/);
  });

  it('the page tells the keys of the stages that there are', () =>
    assert.match(text('index.html'), /<kbd>1<\/kbd> … <kbd>4<\/kbd><\/dt><dd>stage 1 to 4<\/dd>/));

  it('the page asks the network for nothing', () => {
    const page = text('index.html');
    assert.match(page, /default-src 'none'/);
    assert.doesNotMatch(page, /(?:src|href)="(?!#|data:)/);
  });

  it('the terminal shows the same failure with its last commands', () => {
    assert.match(output, /EU replicas: expected 5, found 4/);
    assert.match(output, /\$ cub space create/);
    assert.match(
      output,
      /Hub: embedded 1\.0 · cub: bundled 1\.0 · Cluster: embedded v1\.32\.0 · No image is pulled\./,
    );
  });
});

describe('secrets of a run', () => {
  const canaries = {
    token: 'canary-token-41',
    worker: 'canary-worker-42',
    key: 'canary-key-43',
    manifest: 'canary-manifest-44',
    known: 'canary known 45',
  };

  it('appear in no report and not on the terminal', async () => {
    const sample = sampleProject(
      {
        'a.feature': `@stage-1\nFeature: Stage 1: A\n  Scenario: b\n    Given a secret:\n      """\n      kind: Secret\n      stringData:\n        key: ${canaries.manifest}\n      """\n`,
      },
      `
const { appendFileSync } = require('node:fs');
const canaries = ${JSON.stringify(canaries)};
Given('a secret:', function (manifest) {
  appendFileSync(process.env.MTX_SECRETS_FILE, JSON.stringify(canaries.known) + '\\n');
  attach(this, 'command', { command: 'cub', args: ['auth', 'login', '--password', canaries.token], exitCode: 0,
    stdout: 'CONFIGHUB_WORKER_SECRET=' + canaries.worker + '\\n' + manifest, milliseconds: 1,
    stderr: Buffer.from(canaries.known).toString('base64') });
  attach(this, 'change', { space: 'traderx', unit: 'a', before: { revision: 1, why: '', data: manifest },
    after: { revision: 2, why: canaries.known, data: manifest.replace('key', 'a: ' + canaries.known + '\\n  key') } });
  attach(this, 'snapshot', { moment: 'after', deployments: [], units: [{ space: 'traderx', unit: 'a', revision: 1, live: 0,
    service: { name: 'a', namespace: '', replicas: 1, image: 'a', settings: { KEY: canaries.known } } }] });
  attach(this, 'state', { title: 'kubeconfig', text: 'users:\\n- user:\\n    client-key-data: ' + canaries.key });
  this.log('Authorization: Bearer ' + canaries.token);
  throw new Error('refused: Bearer ' + canaries.token + ' for ' + canaries.known);
});`,
    );
    const run = await sample.run();
    sample.remove();
    for (const [file, content] of [
      ...reportFiles.map((name) => [name, run.report(name)] as const),
      ['output', run.output] as const,
    ])
      for (const canary of Object.values(canaries)) {
        assert.ok(!content.includes(canary), `${canary} is in ${file}`);
        assert.ok(
          !content.includes(Buffer.from(canary).toString('base64').slice(0, 16)),
          `${canary} is in ${file} as base64`,
        );
      }
    assert.match(run.report('index.html'), /refused: Bearer ••••••/);
  });
});
