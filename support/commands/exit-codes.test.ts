import assert from 'node:assert/strict';
import { execa } from 'execa';
import { projectRoot } from '../environment/build';

function command(name: string, ...args: string[]) {
  const program = ['-r', './support/typescript.cjs', `support/commands/${name}.ts`, ...args];
  return execa(process.execPath, program, { cwd: projectRoot, reject: false, all: true });
}

describe('commands as scripts see them', () => {
  it('npm test closes with the plain line, last of all', async () => {
    const { exitCode, stdout } = await command('test', '--dry-run', '--tags', '@no-such-tag');
    assert.equal(stdout.split('\n').at(-1), '0 passed, 0 failed, 0 skipped');
    assert.equal(exitCode, 0);
  });

  it('npm test refuses an option that cucumber does not know', async () => {
    const { exitCode, all } = await command('test', '--no-such-option');
    assert.match(all, /unknown option '--no-such-option'/);
    assert.notEqual(exitCode, 0);
  });

  it('npm run check names its checks when it is asked for another', async () => {
    const { exitCode, all } = await command('check', 'nope');
    assert.match(all, /no check named nope\. Choose of: types, lint, .*features/);
    assert.equal(exitCode, 2);
  });

  it('npm run check tells each check with its time, and exits by the outcome', async () => {
    const { exitCode, stdout } = await command('check', 'gherkin');
    assert.match(stdout, /^[✓✗] gherkin +(passed|FAILED) +[\d.]+ s/m);
    assert.equal(exitCode, stdout.includes('FAILED') ? 1 : 0);
  });

  it('npm run bench names its parts when it is asked for another', async () => {
    const { exitCode, all } = await command('bench', 'nope');
    assert.match(all, /no part nope; it has ready, lab, command, suite, units, load, rounds/);
    assert.equal(exitCode, 1);
  });
});
