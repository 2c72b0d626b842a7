import assert from 'node:assert/strict';
import { CubError } from './error';

const failed = (told: string, ...args: string[]): CubError => new CubError({ args, exitCode: 1, told });

describe('an error of cub', () => {
  it('tells what happened, the command and what to do', () =>
    assert.equal(
      failed('space traderx not found', 'unit', 'list', '--space', 'traderx', '--where', "Slug = 'a'")
        .message,
      [
        'cub exited with 1: space traderx not found',
        `  command: cub unit list --space traderx --where "Slug = 'a'"`,
        '  what to do: create the space first, or check its spelling and the prefix',
      ].join('\n'),
    ));

  const conditions: Array<[string, RegExp]> = [
    ["Data CONTAINS 'replicas: 5'", /--where-data "spec.replicas = 5"/],
    ['spec.replicas > 2', /--where-data "spec.replicas > 2"/],
    ["Slug = 'a' OR Slug = 'b'", /Slug IN \('a', 'b'\)/],
    ['*', /Slug != ''/],
  ];
  for (const [condition, advice] of conditions) {
    it(`says what to write instead of ${condition}`, () =>
      assert.match(failed('not understood', 'unit', 'list', '--where', condition).advice, advice));
  }
});
