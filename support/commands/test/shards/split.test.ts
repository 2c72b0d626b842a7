import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Placed, placeOf } from '../../../report/model/ids';
import { splitScenarios } from './split';

const scenario = (line: number): Placed => ({ uri: `features/${line % 3}.feature`, line, name: `S${line}` });
const plan = (count: number) => Array.from({ length: count }, (_, line) => scenario(line));
const took = (seconds: readonly number[]) =>
  new Map(seconds.map((value, line) => [placeOf(scenario(line)), value]));
const names = (shards: readonly (readonly Placed[])[]) => shards.map((part) => part.map(({ name }) => name));

describe('scenarios shared out over shards', () => {
  it('go to the shard with least to do, the longest first', () => {
    const { shards, expected } = splitScenarios(plan(5), 2, took([1, 9, 2, 3, 4]));
    assert.deepEqual(names(shards), [
      ['S0', 'S1'],
      ['S3', 'S4', 'S2'],
    ]);
    assert.deepEqual(expected, [10, 9]);
  });

  it('are as many each where no duration is known', () => {
    const sizes = splitScenarios(plan(10), 4).shards.map((part) => part.length);
    assert.deepEqual(sizes, [3, 3, 2, 2]);
  });

  it('count as a usual one where their own duration is unknown', () => {
    const { expected } = splitScenarios(plan(4), 2, took([1, 2, 3]));
    assert.deepEqual(expected, [4, 4]);
  });

  it('stand in the order of the features in each', () => {
    const { shards } = splitScenarios(plan(9).reverse(), 1, took([3, 1, 2]));
    assert.deepEqual(names(shards)[0], ['S0', 'S3', 'S6', 'S1', 'S4', 'S7', 'S2', 'S5', 'S8']);
  });

  it('are in exactly one shard, the same in each order, and no shard is over by more than the longest one', () =>
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { maxLength: 40 }),
        fc.integer({ min: 1, max: 9 }),
        fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
        (seconds, count, dice) => {
          const scenarios = plan(seconds.length);
          const shuffled = scenarios
            .map((item) => ({ item, at: dice.next().value }))
            .sort((a, b) => a.at - b.at)
            .map(({ item }) => item);
          const split = splitScenarios(scenarios, count, took(seconds));
          assert.deepEqual(splitScenarios(shuffled, count, took(seconds)), split);
          assert.deepEqual(new Set(split.shards.flat().map(placeOf)), new Set(scenarios.map(placeOf)));
          assert.equal(split.shards.flat().length, scenarios.length);
          const longest = Math.max(0, ...seconds);
          assert.ok(Math.max(...split.expected) <= Math.min(...split.expected) + longest + 1e-6);
        },
      ),
    ));

  it('tell one split from another', () => {
    const digest = (seconds: readonly number[]) => splitScenarios(plan(3), 2, took(seconds)).digest;
    assert.equal(digest([1, 2, 4]), digest([1, 3, 9]));
    assert.notEqual(digest([1, 2, 4]), digest([4, 2, 1]));
  });
});
