import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { execa } from 'execa';
import { projectRoot } from '../../environment/build';
import { sampleProject } from '../test/sample-project';
import { stepFindings } from './findings';

const kit = join(dirname(require.resolve('@cucumber/compatibility-kit/package.json')), 'features');
const found = (name: string) => {
  const lines = readFileSync(join(kit, name, `${name}.ndjson`), 'utf8')
    .trim()
    .split('\n');
  return stepFindings(lines.map((line) => JSON.parse(line))).map(
    ({ place, message }) => `${place} ${message}`,
  );
};

describe('sentences and step definitions', () => {
  for (const name of ['minimal', 'rules-backgrounds', 'hooks', 'parameter-types'])
    it(`fit each other in ${name}`, () => assert.deepEqual(found(name), []));

  it('do not when no sentence uses a definition', () =>
    assert.deepEqual(found('unused-steps'), [
      'samples/unused-steps/unused-steps.ts:7 no sentence uses "a step that is not used"',
    ]));

  it('do not when a sentence has two definitions', () =>
    assert.deepEqual(found('ambiguous'), [
      'samples/ambiguous/ambiguous.feature:6 "a step with multiple definitions" is ambiguous: samples/ambiguous/ambiguous.ts:3 and samples/ambiguous/ambiguous.ts:7 match it',
    ]));

  it('do not when a sentence has none', () =>
    assert.deepEqual(found('retry-undefined'), [
      'samples/retry-undefined/retry-undefined.feature:3 no step definition matches "a non-existent step"',
    ]));
});

describe('npm run lint:steps', function () {
  this.timeout(60_000);
  const lint = (cwd: string) => {
    const program = ['-r', join(projectRoot, 'support', 'typescript.cjs')];
    return execa('node', [...program, join(projectRoot, 'support', 'commands', 'lint-steps.ts')], {
      cwd,
      reject: false,
    });
  };
  const steps = `Given('it is used', () => { throw new Error('must not run'); });`;

  it('fails for an unused, an ambiguous and a missing definition, and names them', async () => {
    const sample = sampleProject(
      { 'a.feature': 'Feature: A\n  Scenario: b\n    Given it is used\n    And it is missing\n' },
      `${steps}\nGiven(/is used/, () => {});\nGiven('nobody says this', () => {});`,
    );
    try {
      const { exitCode, stdout } = await lint(sample.folder);
      assert.match(
        stdout,
        /^features\/a\.feature:3: "it is used" is ambiguous: steps\.js:\d+ and steps\.js:\d+/m,
      );
      assert.match(stdout, /^features\/a\.feature:4: no step definition matches "it is missing"$/m);
      assert.match(stdout, /^steps\.js:\d+: no sentence uses "nobody says this"$/m);
      assert.match(stdout, /^3 step definitions, 3 findings$/m);
      assert.equal(exitCode, 1);
    } finally {
      sample.remove();
    }
  });

  it('passes when all fit, without running anything', async () => {
    const sample = sampleProject({ 'a.feature': 'Feature: A\n  Scenario: b\n    Given it is used\n' }, steps);
    try {
      const { exitCode, stdout } = await lint(sample.folder);
      assert.equal(stdout, '1 step definition, 0 findings');
      assert.equal(exitCode, 0);
    } finally {
      sample.remove();
    }
  });
});
