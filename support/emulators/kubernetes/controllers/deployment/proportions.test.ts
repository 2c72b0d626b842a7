import assert from 'node:assert/strict';
import { spread } from './proportions';

type Row = [
  what: string,
  desired: number,
  surge: number,
  sets: [name: string, replicas: number, max: number][],
  expected: Record<string, number>,
];

/** Examples of upstream's sync_test.go (TestScale), names by age: `a` is the oldest. */
const ROWS: Row[] = [
  [
    'grows in proportion',
    15,
    3,
    [
      ['a', 8, 13],
      ['b', 5, 13],
    ],
    { a: 11, b: 7 },
  ],
  [
    'shrinks in proportion',
    5,
    3,
    [
      ['a', 8, 13],
      ['b', 5, 13],
    ],
    { a: 5, b: 3 },
  ],
  [
    'gives the newer of equals the remainder when growing',
    6,
    0,
    [
      ['a', 2, 5],
      ['b', 2, 5],
    ],
    { a: 2, b: 4 },
  ],
  [
    'takes from the older of equals first when shrinking',
    3,
    0,
    [
      ['a', 2, 4],
      ['b', 2, 4],
    ],
    { a: 1, b: 2 },
  ],
  [
    'leaves nothing when scaled to nothing',
    0,
    0,
    [
      ['a', 3, 6],
      ['b', 2, 6],
    ],
    { a: 0, b: 0 },
  ],
  [
    'changes nothing when the total is right',
    5,
    0,
    [
      ['a', 3, 5],
      ['b', 2, 5],
    ],
    {},
  ],
];

describe('scale in the middle of a rollout', () => {
  for (const [what, desired, surge, sets, expected] of ROWS) {
    it(what, () => {
      const sized = sets.map(([name, replicas, maxReplicas]) => ({
        name,
        replicas,
        maxReplicas,
        created: name,
      }));
      const allowed = desired > 0 ? desired + surge : 0;
      assert.deepEqual(Object.fromEntries(spread(allowed, desired, sized)), expected);
    });
  }
});
