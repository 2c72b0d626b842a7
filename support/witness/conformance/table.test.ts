import assert from 'node:assert/strict';
import { groups } from './run';
import { conformancePage, differences, totals } from './table';

const [first = '', second = ''] = groups.flatMap(({ checks }) => checks).map(({ behaviour }) => behaviour);
const clusters = [
  {
    name: 'embedded',
    version: 'v1',
    verdicts: new Map([
      [first, undefined],
      [second, 'expected 3,\n\nfound 2'],
    ]),
  },
  { name: 'kind', version: 'v2', verdicts: new Map([[first, undefined]]) },
];

describe('the table of behaviours', () => {
  it('tells of each cluster what is as said, what is not, and what was not checked', () => {
    const page = conformancePage(clusters, new Date('2026-11-25'));
    assert.match(
      page,
      /Seen on 2026-11-25 by `npm run conformance -- embedded kind --write`:\nembedded \(v1\), kind \(v2\)/,
    );
    assert.ok(page.includes(`| ${first} | yes | yes |\n| ${second} | **no** |  |`), page);
  });

  it('tells what was seen instead', () => {
    assert.deepEqual(differences(clusters), [`embedded: ${second}\n  expected 3,\n  found 2`]);
    assert.equal(totals(clusters), 'embedded 1 of 2, kind 1 of 1');
  });

  it('has each behaviour once, and more than 60 of them', () => {
    const all = groups.flatMap(({ checks }) => checks).map(({ behaviour }) => behaviour);
    assert.equal(new Set(all).size, all.length);
    assert.ok(all.length > 60);
  });
});
