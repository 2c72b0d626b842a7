import assert from 'node:assert/strict';
import { raw } from 'jq-wasm';
import { sorted } from '../hub/encode';
import { smallJq } from './compile';

const INPUTS: unknown[] = [
  null,
  5,
  'text',
  [],
  {},
  [1, 'b', null, false],
  ['b', 'a', 'b'],
  { a: { b: [1, 2, 3], c: null }, Data: 'aGVsbG8=', k10: 1, k9: 2 },
  [
    {
      Unit: { Slug: 'app', HeadRevisionNum: 3, LiveRevisionNum: 2, Labels: { tier: 'web' } },
      Space: { Slug: 'eu' },
    },
    { Unit: { Slug: 'db', HeadRevisionNum: 1, LiveRevisionNum: 1 }, Error: { Message: 'no' } },
  ],
];

const PROGRAMS = [
  '.',
  '.a',
  '.a.b',
  '.a?.b',
  '.[0]',
  '.[-1]',
  '.[1:]',
  '.[:2]',
  '.[0:1]',
  '.[]',
  '.[]?',
  '.a.b[1]',
  '.["a"]',
  '.a["b"]',
  '.a.["b"]',
  'length',
  '. | length',
  'keys',
  'type',
  '.[] | type',
  'map(.Unit.Slug)',
  '.[].Unit.Slug',
  '.[0].Unit.Slug',
  '.[] | .Unit | .Slug',
  '(.Unit // .).Slug',
  '.a // "none"',
  '.a.c // .a.b // 1',
  '.[] | select(.Error)',
  '.[] | select(.Unit.Slug == "app") | .Space.Slug',
  '.[] | select(.Unit.HeadRevisionNum > .Unit.LiveRevisionNum) | .Unit.Slug',
  '[.[] | .Unit.Slug]',
  '[.[].Unit.HeadRevisionNum]',
  '.[] | {slug: .Unit.Slug, n: .Unit.HeadRevisionNum}',
  '{a}',
  '{a, "b c": .a.b | length}',
  '{}',
  '[]',
  '.a.b, .a.c',
  '1, 2',
  '"x"',
  'true',
  'null',
  'not',
  '.[] | not',
  'select(. != null)',
  'empty',
  'map(has("Unit"))',
  'has("a")',
  'has(0)',
  'first',
  'last',
  'any',
  'all',
  'map(.Unit.Labels.tier)',
  'map(select(.Unit.Labels.tier == "web")) | length',
  '.[0].Unit.HeadRevisionNum == 3',
  '. == null',
  '.a and .b',
  '.a or true',
  'true and false',
  '.[0] and .[1]',
  '.Data | @base64d',
  'sort',
  'unique',
  'join(", ")',
  'map(.Unit.Slug) | join(",")',
  '.a.b[0] < .a.b[1]',
  '"a" < "b"',
  '1 >= 1',
  '.[] | .Unit.Slug, .Space.Slug',
  '(1,2) | . == 2',
  '[(1,2),3] | length',
  '.[0] // empty',
  '.["k9"]',
  'map(type)',
  '.[1].Error.Message // "fine"',
  '.[]|select(.Unit.Slug=="db")|.Unit.HeadRevisionNum',
];

describe('the small jq', () => {
  for (const program of PROGRAMS) {
    it(`gives what the real jq gives: ${program}`, async () => {
      // One run for all inputs: the WebAssembly jq stops working after some 300 runs in one process.
      const inputs = INPUTS.map(sorted);
      const wrapped = `try {ok: [${program}]} catch {}`;
      const text = await raw(inputs.map((input) => JSON.stringify(input)).join('\n'), wrapped, ['-c']);
      const real = text
        .trimEnd()
        .split('\n')
        .map((line) => (JSON.parse(line) as { ok?: unknown[] }).ok);
      assert.equal(real.length, inputs.length);
      inputs.forEach((input, index) => {
        const small = smallJq(program, input);
        if (small !== undefined)
          assert.deepEqual(small.map(sorted), real[index]?.map(sorted), JSON.stringify(input));
      });
    });
  }

  it('does the everyday programs itself', () => {
    const input = sorted(INPUTS.at(-1));
    const everyday = [
      '.[].Unit.Slug',
      '. | length',
      '.[] | select(.Error)',
      '.[0:3]',
      '(.[0].Unit // .).Slug',
      '[.[] | {s: .Unit.Slug}]',
    ];
    for (const program of everyday) assert.notEqual(smallJq(program, input), undefined, program);
  });

  it('leaves to the real jq what it does not know', () => {
    for (const program of [
      '.[',
      'map(.a + 1)',
      'reduce .[] as $x (0; . + $x)',
      '"\\(.a)"',
      '..',
      '.a |= 1',
      'nothing',
      'to_entries',
    ]) {
      assert.equal(smallJq(program, {}), undefined, program);
    }
  });
});
