import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRun } from './run';
import type { CommandRecord } from './transcript';

describe('running cub', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cub-'));
  const command = join(folder, 'cub');
  const records: CommandRecord[] = [];
  const run = createRun({
    command,
    env: {},
    transcript: (record) => void records.push(record),
    masking: { redact: (text) => text.replaceAll('secret', '••'), redactArguments: (args) => [...args] },
  });
  const script = (body: string): void => {
    writeFileSync(command, `#!/bin/sh\n${body}\n`);
    chmodSync(command, 0o755);
  };
  beforeEach(() => records.splice(0));
  after(() => rmSync(folder, { recursive: true }));

  it('gives what it printed, and records it without secrets', async () => {
    script('cat; echo secret');
    assert.equal(await run(['unit', 'create'], 'input '), 'input secret\n');
    assert.deepEqual(
      records.map(({ args, exitCode, stdout, input }) => ({ args, exitCode, stdout, input })),
      [{ args: ['unit', 'create'], exitCode: 0, stdout: 'input ••\n', input: 'input ' }],
    );
  });

  it('fails with what cub said, without the colour, the word and the request', async () => {
    script('printf "\\033[31mFailed: HTTP 400 for req 1-2: no such secret\\033[0m\\n" >&2; exit 1');
    await assert.rejects(run(['x']), { name: 'CubError', exitCode: 1, told: 'HTTP 400: no such ••' });
  });

  it('takes the help of a group for a failure, whatever the exit code', async () => {
    script('printf "Unit commands\\n\\nUsage:\\n  cub unit [command]\\n"');
    await assert.rejects(run(['unit', 'tree']), /cub does not know this command/);
  });

  it('leaves it to who asked for rows what a failure of some means', async () => {
    script(`echo '[{"Error":{}}]'; exit 1`);
    assert.equal(await run(['unit', 'apply'], undefined, 'rows'), '[{"Error":{}}]\n');
  });

  it('says so when there is no such executable', async () => {
    const missing = createRun({
      command: join(folder, 'no-cub'),
      env: {},
      transcript: () => undefined,
      masking: { redact: (text) => text, redactArguments: (args) => [...args] },
    });
    await assert.rejects(missing(['space', 'list']), /no-cub/);
  });
});
