import assert from 'node:assert/strict';
import { rollingStep } from './rolling-step';

type Row = [
  what: string,
  desired: number,
  fenceposts: [surge: number, unavailable: number],
  current: [replicas: number, available: number],
  old: [replicas: number, available: number][],
  expected: Record<string, number>,
];

/** Examples of upstream: rolling.go and its tests. */
const ROWS: Row[] = [
  ['the first pods come as the surge allows', 10, [2, 2], [0, 0], [[10, 10]], { new: 2 }],
  ['at the limit, the old shrink to the least available', 10, [2, 2], [2, 0], [[10, 10]], { 'old-0': 8 }],
  ['room that the old left is taken', 10, [2, 2], [2, 0], [[8, 8]], { new: 4 }],
  ['nothing happens while the new are not available', 10, [2, 2], [4, 0], [[8, 8]], {}],
  ['each new one that is available replaces an old one', 10, [2, 2], [4, 3], [[8, 8]], { 'old-0': 5 }],
  ['a surge of none first makes room', 2, [0, 1], [0, 0], [[2, 2]], { 'old-0': 1 }],
  [
    'unhealthy old ones go first, wherever they are',
    3,
    [1, 1],
    [1, 0],
    [
      [2, 2],
      [1, 0],
    ],
    { 'old-1': 0 },
  ],
  ['healthy ones are kept while the new are not ready', 3, [1, 0], [1, 0], [[3, 3]], {}],
  ['what is still shrinking is left alone', 3, [1, 0], [2, 1], [[2, 3]], {}],
  ['more than wanted of the new shrinks', 2, [1, 0], [5, 5], [], { new: 2 }],
  ['when all is done, nothing is left to do', 3, [1, 0], [3, 3], [[0, 0]], {}],
  [
    'the oldest shrink first',
    4,
    [1, 1],
    [2, 2],
    [
      [1, 1],
      [2, 2],
    ],
    { 'old-0': 0, 'old-1': 1 },
  ],
];

describe('step of a rolling update', () => {
  for (const [what, desired, [surge, unavailable], [replicas, available], old, expected] of ROWS) {
    it(what, () => {
      const olds = old.map(([of, ready], index) => ({
        name: `old-${index}`,
        replicas: of,
        available: ready,
      }));
      const step = rollingStep(desired, { surge, unavailable }, { name: 'new', replicas, available }, olds);
      assert.deepEqual(Object.fromEntries(step), expected);
    });
  }
});
