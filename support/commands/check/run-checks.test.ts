import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Check } from './checks';
import { runChecks } from './run-checks';

const script = (name: string, text: string): Check => ({
  name,
  means: `what ${name} means`,
  command: [process.execPath, '-e', text],
});
const well = script('well', 'console.log("nothing to tell")');
const broken = script('broken', 'console.log("this is what broke"); process.exit(1)');
const atSecondTry = script(
  'late',
  'const { existsSync, writeFileSync } = require("fs"); if (!existsSync("tried")) { writeFileSync("tried", ""); console.log("not yet"); process.exit(1); }',
);

describe('checks', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'checks-'));
  });
  afterEach(() => rmSync(root, { recursive: true }));

  const run = async (checks: readonly Check[], twice: boolean) => {
    let told = '';
    const passed = await runChecks(checks, { root, twice, out: (text) => (told += text) });
    return { passed, told };
  };

  it('tell each with its state, and close with a sentence', async () => {
    const { passed, told } = await run([well], false);
    assert.ok(passed, told);
    assert.match(told, /^✓ well +passed +[\d.]+ s {2}what well means\n\nAll checks passed\.\n$/);
  });

  it('tell what a failed one printed, and fail', async () => {
    const { passed, told } = await run([well, broken, atSecondTry], false);
    assert.equal(passed, false, told);
    assert.match(told, /\n── broken ──\nthis is what broke\n/);
    assert.match(told, /\n── late ──\nnot yet\n\n2 of 3 checks failed\.\n$/);
    assert.doesNotMatch(told, /nothing to tell/);
  });

  it('try once more when they are told to: what passes then is flaky, and tells how it failed', async () => {
    const { passed, told } = await run([well, atSecondTry], true);
    assert.ok(passed, told);
    assert.match(
      told,
      /✗ late.*✓ late.*\n── late ──\nnot yet\n\nFlaky, .*: late\.\n\nAll checks passed\.\n$/s,
    );
  });

  it('fail when the second try fails as well', async () => {
    const { passed, told } = await run([well, broken], true);
    assert.equal(passed, false, told);
    assert.equal(told.match(/✗ broken/g)?.length, 2);
    assert.match(told, /\n1 of 2 checks failed\.\n$/);
  });
});
