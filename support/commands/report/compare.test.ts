import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { type SampleProject, sampleProject } from '../test/sample-project';
import { compareReports } from './compare';

/** Steps that tell what no two runs have in common, and what one run may tell and another may not. */
const steps = `
const { randomUUID } = require('node:crypto');
let first = true;
const ran = (world, args, more) => attach(world, 'command', { command: 'cub', args, exitCode: 0, stderr: '',
  stdout: '', milliseconds: Math.random() * 100, ...more });
Given('a space', function () {
  if (first !== Boolean(process.env.OTHER_WAY)) ran(this, ['space', 'create', 'base'], { way: true, stdout: 'created base' });
  first = false;
});
When('both regions are made', function () {
  const regions = ['eu', 'us'];
  if (process.env.OTHER_WAY) regions.reverse();
  for (const name of regions)
    ran(this, ['space', 'create', name], { stdout: 'created ' + name + ' (' + randomUUID() + ') at ' +
      new Date().toISOString() + ' on http://127.0.0.1:' + (1024 + Math.floor(Math.random() * 9000)) });
  if (process.env.OTHER_WAY) ran(this, ['unit', 'list']);
});
Then('they run', function () {
  ran(this, ['unit', 'apply', 'eu'], { stdout: 'applied ' + (process.env.APPLIED || 5) });
  if (process.env.BREAKS) throw new Error('EU: expected 5, found 4');
});`;

const scenario = (name: string) =>
  `  Scenario: ${name}\n    Given a space\n    When both regions are made\n    Then they run\n`;

describe('two runs compared', () => {
  let sample: SampleProject;
  let folder: string;
  before(() => {
    sample = sampleProject(
      {
        'a.feature': `@stage-1\nFeature: Stage 1: A\n${scenario('One')}${scenario('Two')}`,
        'b.feature': `Feature: B\n${scenario('Three')}`,
      },
      steps,
    );
    folder = mkdtempSync(join(tmpdir(), 'compare-'));
  });
  after(() => {
    sample.remove();
    rmSync(folder, { recursive: true });
  });

  const compared = async (argv: readonly string[], env: Record<string, string> = {}) => {
    const folders: string[] = [];
    for (const [name, args, more] of [['one', [], {}] as const, ['other', argv, env] as const]) {
      Object.assign(process.env, more);
      const { report } = await sample.run(...args);
      for (const key of Object.keys(more)) delete process.env[key];
      mkdirSync(join(folder, name), { recursive: true });
      writeFileSync(join(folder, name, 'messages.ndjson'), report('messages.ndjson'));
      folders.push(join(folder, name));
    }
    let output = '';
    const stdout = new Writable({
      write(chunk, _encoding, done) {
        output += String(chunk);
        done();
      },
    });
    return { same: await compareReports(folders, stdout), output };
  };

  it('are the same but for times, ids and ports, in whatever order and processes they ran', async () => {
    const { same, output } = await compared(['--order', 'random:3', '--parallel', '2'], { OTHER_WAY: 'yes' });
    assert.equal(output, 'The same but for times and ids: stages.json, junit.xml, index.html.\n');
    assert.equal(same, true);
  });

  it('differ in a scenario that broke', async () => {
    const { same, output } = await compared([], { BREAKS: 'yes' });
    assert.match(
      output,
      /^a\/one\n {2}- \["passed"\]\n {2}\+ \["failed","Error: EU: expected 5, found 4"\]$/m,
    );
    assert.match(output, /3 differences between/);
    assert.equal(same, false);
  });

  it('differ in what a command printed, or in one that ran in only one of them', async () => {
    const { output } = await compared([], { APPLIED: '4' });
    assert.match(output, /^a\/one: Then they run\n {2}- .*applied 5.*\n {2}\+ .*applied 4/m);
  });

  it('differ in a scenario that only one of them ran', async () => {
    const { output } = await compared(['--name', 'One']);
    assert.match(output, /^a\/two\n {2}- passed\n {2}\+ not there$/m);
  });
});
