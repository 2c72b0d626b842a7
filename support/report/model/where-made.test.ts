import assert from 'node:assert/strict';
import type { Evidence } from './evidence';
import type { Step } from './run';
import { changesWhereMade } from './where-made';

const ran = (line: string): Evidence => ({ kind: 'command', args: line.split(' ') }) as unknown as Evidence;
const change: Evidence = { kind: 'change', space: 'traderx', unit: 'a' };
const stepWith = (...evidence: Evidence[]): Step => ({ evidence }) as unknown as Step;

/** How many changes each step tells. */
function told(...steps: Step[]): number[] {
  return changesWhereMade(steps).map(
    ({ evidence }) => evidence.filter(({ kind }) => kind === 'change').length,
  );
}

describe('the step in which config data changed', () => {
  const edit = ran('function do --space traderx set-replicas 2');
  const look = ran('unit list --json');

  it('is the one that ran the command, when a later one sees it', () =>
    assert.deepEqual(told(stepWith(look), stepWith(edit), stepWith(look, change)), [0, 1, 0]));
  it('is the earlier of two, when the later one looks before it acts', () =>
    assert.deepEqual(told(stepWith(edit), stepWith(look, change, edit), stepWith(look, change)), [1, 1, 0]));
  it('is not one that only asks, applies or tries out', () =>
    assert.deepEqual(
      told(
        stepWith(edit),
        stepWith(ran('unit apply a'), ran('unit update --patch --upgrade --dry-run')),
        stepWith(look, change),
      ),
      [1, 0, 0],
    ));
  it('is the one that was taken back from its checkpoint', () =>
    assert.deepEqual(told(stepWith({ kind: 'checkpoint', of: 'x' }), stepWith(look, change)), [1, 0]));
  it('is the one that saw it, when nothing tells who made it', () =>
    assert.deepEqual(told(stepWith(look), stepWith(look, change)), [0, 1]));
});
