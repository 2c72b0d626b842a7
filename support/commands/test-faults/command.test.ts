import assert from 'node:assert/strict';
import { execa } from 'execa';
import { projectRoot } from '../../environment/build';

function testFaults(...args: string[]) {
  const program = ['-r', './support/typescript.cjs', 'support/commands/test-faults.ts', ...args];
  return execa(process.execPath, program, { cwd: projectRoot, reject: false });
}

describe('npm run test:faults', () => {
  it('lists the faults whose names hold one of the texts, whatever their case', async () => {
    const { exitCode, stdout } = await testFaults(
      '--list',
      '--fault',
      'LOSES WHAT',
      'never answered',
      'only some',
    );
    assert.deepEqual(stdout.split('\n'), [
      'stage 3, worker: A release carries only some of its units, with MTX_DEPLOY=release',
      'stage 4, hub: An upgrade loses what a region made its own',
      'stage 5, hub: A change is never answered',
    ]);
    assert.equal(exitCode, 0);
  });

  it('refuses a text that no name holds', async () => {
    const { exitCode, stderr } = await testFaults('--fault', 'loses its temper');
    assert.match(stderr, /no fault is called "loses its temper"; see all of them with --list/);
    assert.equal(exitCode, 1);
  });
});
