import assert from 'node:assert/strict';
import { demanded } from './narrow';

describe('values that a where demands', () => {
  const cases: Array<[string | undefined, string[] | undefined]> = [
    ["UnitID = 'a'", ['a']],
    ["UnitID='a'", ['a']],
    ["Slug = 'x' AND UnitID = 'a'", ['a']],
    ["Unit.UnitID IN ('a', 'b')", ['a', 'b']],
    ["Slug = 'x AND UnitID = y'", undefined],
    ["UnitID != 'a'", undefined],
    ["UnitID NOT IN ('a')", undefined],
    ["UpstreamUnitID = 'a'", undefined],
    ['', undefined],
    [undefined, undefined],
  ];
  for (const [where, expected] of cases)
    it(String(where), () => assert.deepEqual(demanded(where, ['UnitID', 'Unit.UnitID']), expected));
});
