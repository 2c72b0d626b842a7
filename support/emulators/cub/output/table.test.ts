import assert from 'node:assert/strict';
import { table } from './table';

describe('table', () => {
  it('has capital headers and four spaces after each cell', () => {
    assert.equal(
      table([['app', 'a']], ['Name', 'Label:tier']),
      'NAME    LABEL:TIER \napp     a             \n',
    );
  });

  it('keeps line breaks within a cell', () => {
    assert.equal(table([['a\nbb', 'c']]), 'a     c    \nbb          \n');
  });

  it('shows a header without rows, and nothing without either', () => {
    assert.equal(table([], ['Name']), 'NAME \n');
    assert.equal(table([]), '');
  });

  it('has spaces for underscores and inner dots of a header', () => {
    assert.equal(table([], ['a_b', 'c.d', '1.5']), 'A B    C D    1.5 \n');
  });
});
