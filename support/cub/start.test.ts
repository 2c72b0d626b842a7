import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { start } from './start';

const options = { reject: false, stripFinalNewline: false } as const;

describe('start', () => {
  it('runs commands side by side and tells each its own end', async () => {
    const say = (what: string, code: number) =>
      start(process.execPath, ['-e', `console.log('${what}'); process.exitCode = ${code}`], options);
    const [first, second] = await Promise.all([say('one', 0), say('two', 3)]);
    assert.deepEqual([first.stdout, first.exitCode], ['one\n', 0]);
    assert.deepEqual([second.stdout, second.exitCode], ['two\n', 3]);
  });

  it('says what cannot be started', async () => {
    const { exitCode, shortMessage = '' } = await start('/no/such/cub', [], options);
    assert.equal(exitCode, undefined);
    assert.match(shortMessage, /no\/such\/cub/);
  });

  it('fails when the process that starts commands is gone, and begins anew', async () => {
    const parent = 'process.kill(process.ppid, "SIGKILL"); setTimeout(() => undefined, 500)';
    await assert.rejects(
      start(process.execPath, ['-e', parent], options),
      /the process that starts commands ended \(SIGKILL\)/,
    );
    assert.equal((await start(process.execPath, ['-e', ''], options)).exitCode, 0);
  });

  it('does not keep its process alive when nothing runs', () => {
    const program = `const { start } = require(${JSON.stringify(require.resolve('./start'))});
      start(process.execPath, ['-e', ''], { reject: false }).then(() => console.log('done'));`;
    const said = execFileSync(process.execPath, ['-r', './support/typescript.cjs', '-e', program], {
      encoding: 'utf8',
      timeout: 20_000,
    });
    assert.equal(said, 'done\n');
  });
});
