import assert from 'node:assert/strict';
import { figureLine, keeps } from './figure';
import { inTurns } from './measure';

describe('the bench', () => {
  it('says which bound is broken', () => {
    const figure = { name: 'ready', value: 301, unit: 'ms', atMost: 300 } as const;
    assert.equal(keeps(figure), false);
    assert.match(figureLine(figure), /ready.*301 ms {2}BREAKS 300 ms/);
    assert.match(figureLine({ ...figure, value: 299 }), /within 300 ms/);
  });

  it('does not take the time of a program that fails', async () => {
    const failing = { command: process.execPath, args: ['-e', 'process.exit(3)'] };
    await assert.rejects(inTurns({ failing }, 1), /exit code 3/);
  });
});
