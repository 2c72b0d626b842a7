import assert from 'node:assert/strict';
import { type SampleProject, sampleProject } from './sample-project';

const steps = `
Given('all is well', () => {});
Given('it breaks', () => { throw new Error('EU replicas: expected 5, found 4'); });
Given('it is pending', () => 'pending');
Given(/^it is (ambiguous)$/, () => {});
Given(/^it is ambiguous$/, () => {});
Given('it is skipped', function () {
  attach(this, 'skip', { reason: 'this cluster pulls no images' });
  return 'skipped';
});
let tries = 0;
Given('it works the second time', () => { tries += 1; if (tries < 2) throw new Error('not yet'); });
`;

function feature(stage: number, ...sentences: string[]): string {
  const scenarios = sentences.map((sentence) => `  Scenario: when ${sentence}\n    Given ${sentence}\n`);
  return `@stage-${stage}\nFeature: Stage ${stage}: Sample ${stage}\n\n  Told in words.\n\n${scenarios.join('\n')}`;
}

describe('a run of the tests', () => {
  let sample: SampleProject;
  const run = (features: Record<string, string>, ...argv: string[]) => {
    sample = sampleProject(features, steps);
    return sample.run(...argv);
  };
  afterEach(() => sample.remove());

  it('ends well when all scenarios pass', async () => {
    const { ok, lastLine, output } = await run({ 'a.feature': feature(1, 'all is well', 'all is well') });
    assert.equal(lastLine, '2 passed, 0 failed, 0 skipped');
    assert.equal(ok, true, output);
  });

  for (const sentence of ['it breaks', 'it is pending', 'it is unheard of', 'it is ambiguous'])
    it(`ends badly when ${sentence}`, async () => {
      const { ok, lastLine, output } = await run({ 'a.feature': feature(1, 'all is well', sentence) });
      assert.equal(lastLine, '1 passed, 1 failed, 0 skipped');
      assert.match(output, /Run it again: npm test -- features\/a\.feature:9/);
      assert.equal(ok, false);
    });

  it('names the reason of a skip and does not count it as passed', async () => {
    const { ok, lastLine, output } = await run({ 'a.feature': feature(1, 'all is well', 'it is skipped') });
    assert.equal(lastLine, '1 passed, 0 failed, 1 skipped');
    assert.match(output, /when it is skipped: this cluster pulls no images/);
    assert.equal(ok, true);
  });

  it('ends badly when only skips are left, or nothing at all', async () => {
    const skipped = await run({ 'a.feature': feature(1, 'it is skipped') });
    assert.equal(skipped.ok, false);
    assert.match(skipped.output, /No scenario ran: all of the chosen ones were skipped/);
    sample.remove();
    const none = await run({ 'a.feature': feature(1, 'all is well') }, '--tags', '@stage-9');
    assert.equal(none.ok, false);
    assert.equal(none.lastLine, '0 passed, 0 failed, 0 skipped');
  });

  it('counts a retried scenario once, as its last attempt went', async () => {
    const features = { 'a.feature': feature(1, 'it works the second time') };
    const { ok, lastLine, report } = await run(features, '--retry', '1');
    assert.equal(lastLine, '1 passed, 0 failed, 0 skipped');
    assert.match(report('index.html'), /attempt 2/);
    assert.equal(ok, true);
  });

  it('chooses by tag, name and path as cucumber does', async () => {
    const features = { 'a.feature': feature(1, 'all is well'), 'b.feature': feature(2, 'it breaks') };
    assert.equal((await run(features, '--tags', '@stage-1')).lastLine, '1 passed, 0 failed, 0 skipped');
    sample.remove();
    assert.equal((await run(features, '--name', 'breaks')).lastLine, '0 passed, 1 failed, 0 skipped');
    sample.remove();
    assert.equal((await run(features, 'features/a.feature')).lastLine, '1 passed, 0 failed, 0 skipped');
  });

  it('comes to the same in two processes and in random order', async () => {
    const features = {
      'a.feature': feature(1, 'all is well', 'it breaks'),
      'b.feature': feature(2, 'all is well'),
    };
    const alone = await run(features);
    sample.remove();
    const parallel = await run(features, '--parallel', '2', '--order', 'random:7');
    assert.equal(parallel.lastLine, alone.lastLine);
    const statuses = (page: string) =>
      [...page.matchAll(/id="([^"]+)" data-status="(\w+)"/g)].map((m) => m.slice(1));
    assert.deepEqual(statuses(parallel.report('index.html')), statuses(alone.report('index.html')));
  });

  it('says once how a random order is repeated', async () => {
    const features = { 'a.feature': feature(1, ...Array<string>(6).fill('all is well')) };
    const orderOf = (messages: string) =>
      messages
        .split('\n')
        .filter((line) => line.startsWith('{"testCase":'))
        .map((line) => names.get(JSON.parse(line).testCase.pickleId));
    const names = new Map<string, string>();
    const read = (messages: string) => {
      for (const line of messages.split('\n').filter((text) => text.startsWith('{"pickle":'))) {
        const { id, location, astNodeIds } = JSON.parse(line).pickle;
        names.set(id, JSON.stringify(location ?? astNodeIds));
      }
      return orderOf(messages);
    };
    const first = await run(features, '--order', 'random');
    const said = [...first.output.matchAll(/random(?: order using seed)?:\s*(\d+)/g)];
    assert.equal(said.length, 1, first.output);
    const order = read(first.report('messages.ndjson'));
    sample.remove();
    const again = await run(features, '--order', `random:${said[0]?.[1]}`);
    assert.deepEqual(read(again.report('messages.ndjson')), order);
  });

  it('reports what happened when the environment does not start', async () => {
    sample = sampleProject(
      { 'a.feature': feature(1, 'all is well') },
      `${steps}\nBeforeAll(() => { throw new Error('the hub did not answer within 5 s'); });`,
    );
    const { ok, output, report, lastLine } = await sample.run();
    assert.equal(ok, false);
    assert.equal(lastLine, '0 passed, 0 failed, 0 skipped');
    assert.match(output, /the hub did not answer within 5 s/);
    assert.match(report('index.html'), /the hub did not answer within 5 s/);
    assert.match(report('junit.xml'), /<error message="[^"]*the hub did not answer within 5 s/);
  });

  it('ends badly, and says where, when a feature does not parse', async () => {
    const { ok, output } = await run({
      'a.feature': 'Feature: A\n  Scenario: b\n    Given all is well\n  Scenarioo: c\n',
    });
    assert.equal(ok, false);
    assert.match(output, /a\.feature.*does not parse/);
  });

  it('ends badly when a scenario has no steps', async () => {
    const { ok, output, lastLine } = await run({ 'a.feature': 'Feature: A\n  Scenario: b\n    Givven c\n' });
    assert.equal(ok, false);
    assert.equal(lastLine, '0 passed, 1 failed, 0 skipped');
    assert.match(output, /has no steps/);
  });

  it('reports code that does not load', async () => {
    sample = sampleProject({ 'a.feature': feature(1, 'all is well') }, "require('./nowhere')");
    const { ok, output, report } = await sample.run();
    assert.equal(ok, false);
    assert.match(output, /Cannot find module '\.\/nowhere'/);
    assert.match(report('junit.xml'), /Cannot find module/);
  });

  it('tries sentences out without running, and leaves the reports of the last run', async () => {
    const features = { 'a.feature': feature(1, 'all is well', 'it is unheard of') };
    await run(features);
    const { ok, output, lastLine, report } = await sample.run('--dry-run');
    assert.equal(ok, false);
    assert.match(output, /it is unheard of/);
    assert.equal(lastLine, '0 passed, 1 failed, 1 skipped');
    assert.match(report('stages.json'), /"passed": 1/);
  });

  it('leaves the terminal to a format that was asked for', async () => {
    const { output } = await run({ 'a.feature': feature(1, 'all is well') }, '--format', 'pretty');
    assert.match(output, /Given all is well/);
  });
});
