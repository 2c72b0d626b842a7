import assert from 'node:assert/strict';
import { compare } from './compare';
import { DIFFERENCES } from './differences';
import { isDocumented, withDifferences } from './document';
import { normalise } from './normalise';
import { renderSummary } from './render';
import { ROWS } from './rows';
import { words } from './words';

const outcome = (exit: string, stdout = '', stderr = '') => ({ exit, stdout, stderr });

describe('witness of cub', () => {
  it('documents every difference', () => assert.ok(isDocumented(), 'run npm run witness:cub -- --document'));

  it('says when the page has no place for them', () => {
    assert.throws(() => withDifferences('# Differences'), /has no place for the differences of cub/);
  });

  it('shows every difference in a command', () => {
    const shown = new Set(ROWS.map(({ differs }) => differs));
    assert.deepEqual(
      Object.keys(DIFFERENCES).filter((name) => !shown.has(name as keyof typeof DIFFERENCES)),
      [],
    );
  });

  it('runs many commands', () => assert.ok(ROWS.length >= 300));

  it('counts a difference as listed only where the row names one that covers it', () => {
    const row = { command: 'version' };
    const listed = { ...row, differs: 'version' as const };
    const verdict = (...given: Parameters<typeof compare>) => compare(...given).verdict;
    assert.equal(verdict(row, outcome('0', 'a'), outcome('0', 'a')), 'same');
    assert.equal(verdict(row, outcome('0', 'a'), outcome('0', 'b')), 'unlisted');
    assert.equal(verdict(listed, outcome('0', 'a'), outcome('0', 'b')), 'listed');
    assert.equal(verdict(listed, outcome('0', 'a'), outcome('1', 'b')), 'unlisted');
    assert.equal(verdict(listed, outcome('0', 'a'), outcome('0', 'a')), 'unlisted');
    assert.equal(
      verdict({ ...row, differs: 'random-order' }, outcome('0', 'a'), outcome('0', 'a')),
      'listed',
    );
  });

  it('ends with a line of counts', () => {
    const one = compare({ command: 'info' }, outcome('0'), outcome('0'));
    assert.equal(renderSummary([one, one]), '2 compared, 2 same, 0 listed differences, 0 unlisted\n');
  });

  it('splits command lines as a shell does', () => {
    assert.deepEqual(words(`unit list --where "Slug = 'a'" --jq '.[0] | "x"' - ''`), [
      'unit',
      'list',
      '--where',
      "Slug = 'a'",
      '--jq',
      '.[0] | "x"',
      '-',
      '',
    ]);
  });

  it('masks what differs from run to run, and keeps which id is which', () => {
    const [one, two] = ['4aedbeeb-96a1-42e1-9115-fd502150e274', '9e56b02f-eb7d-4ef0-a850-4d2e0c3dd13e'];
    assert.equal(normalise(`a (${one}) b (${two}) a (${one})`, '/home'), 'a (<id 1>) b (<id 2>) a (<id 1>)');
    assert.equal(normalise(`HTTP 404 for req ${one}: no`, '/home'), 'HTTP 404 for req <request>: no');
    assert.equal(normalise('A   2026-11-24 16:38:26.134 +0000 UTC    b', '/home'), 'A  <time>  b');
    assert.equal(
      normalise('open /home/x, key xfNF6JJAYUZLcLYfeFK0f7645HM0yFb1', '/home'),
      'open <folder>/x, key <secret>',
    );
  });
});
