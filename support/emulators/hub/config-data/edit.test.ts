import assert from 'node:assert/strict';
import { setComment } from './comments';
import { addValue, adoptEntry, removeEntry, setScalar } from './edit';
import { printFile } from './print';
import { readFile } from './read';
import { resolvePath } from './resolve-path';
import { type Collection, entryOf, type TreeFile } from './tree';

type Edit = (file: TreeFile, root: Collection) => void;

function edited(text: string, edit: Edit): string {
  const file = readFile(text);
  edit(file, file.documents[0]?.root as Collection);
  const result = printFile(file);
  assert.equal(printFile(readFile(result)), result, 'the result is readable');
  return result;
}

const set =
  (path: string, value: string | number | boolean): Edit =>
  (file, root) => {
    for (const { parent, entry } of resolvePath(root, path)) setScalar(parent, entry, value, file);
  };
const remove =
  (path: string): Edit =>
  (_, root) => {
    for (const { parent, entry } of resolvePath(root, path)) removeEntry(parent, entry);
  };
const add =
  (path: string, key: string, value: unknown): Edit =>
  (file, root) => {
    const parent = path === '' ? root : resolvePath(root, path)[0]?.entry.value;
    addValue(parent as Collection, key, value, file);
  };

const cases: Record<string, [string, Edit, string]> = {
  'sets a number and keeps spaces and comment': [
    'a:   1   # one\nb: 2\n',
    set('a', 5),
    'a:   5   # one\nb: 2\n',
  ],
  'keeps double quotes': ['a: "x"\n', set('a', 'y"z'), 'a: "y\\"z"\n'],
  'keeps single quotes': ["a: 'x'\n", set('a', "it's"), "a: 'it''s'\n"],
  'keeps plain text plain': ['a: x\n', set('a', 'http://h:80/p?q=1'), 'a: http://h:80/p?q=1\n'],
  'quotes what would be no string': ['a: x\n', set('a', 'true'), 'a: "true"\n'],
  'quotes what would be a boolean elsewhere': ['a: x\n', set('a', 'off'), 'a: "off"\n'],
  'quotes digits': ['a: x\n', set('a', '012'), 'a: "012"\n'],
  'quotes an empty string': ['a: x\n', set('a', ''), 'a: ""\n'],
  'quotes a colon with a blank': ['a: x\n', set('a', 'b: c'), "a: 'b: c'\n"],
  'quotes a hash': ['a: x\n', set('a', 'b #c'), "a: 'b #c'\n"],
  'quotes a leading bracket': ['a: x\n', set('a', '[b'), "a: '[b'\n"],
  'quotes a line break': ['a: x\n', set('a', 'b\nc'), 'a: "b\\nc"\n'],
  'quotes a comma in brackets': ['a: [x]\n', set('a.0', 'b,c'), "a: ['b,c']\n"],
  'fills an empty value': ['a:\nb: 2\n', set('a', 1), 'a: 1\nb: 2\n'],
  'fills an empty value before a comment': ['a: # c\nb: 2\n', set('a', 1), 'a: 1 # c\nb: 2\n'],
  'fills the last value without newline': ['a: 1\nb:', set('b', 2), 'a: 1\nb: 2\n'],
  'replaces a text of several lines': ['a: |\n  x\n  y\nb: 1\n', set('a', 'z'), 'a: z\nb: 1\n'],
  'replaces a map by a scalar': ['a: # c\n  b: 1\nd: 2\n', set('a', 3), 'a: 3 # c\nd: 2\n'],
  'sets inside a flow map': ['a: {b: 1, c: 2} # f\n', set('a.b', 5), 'a: {b: 5, c: 2} # f\n'],
  'sets inside JSON': ['{"a": {"b": "x"}}\n', set('a.b', 'y'), '{"a": {"b": "y"}}\n'],
  'adds a key at the end of its map': ['a:\n  b: 1\nd: 2\n', add('a', 'c', 3), 'a:\n  b: 1\n  c: 3\nd: 2\n'],
  'adds before a comment that is further out': [
    'a:\n  b: 1\n# d\nd: 2\n',
    add('a', 'c', 3),
    'a:\n  b: 1\n  c: 3\n# d\nd: 2\n',
  ],
  'adds to a file without newline at its end': ['a:\n  b: 1', add('a', 'c', 3), 'a:\n  b: 1\n  c: 3\n'],
  'adds with CRLF': ['a:\r\n  b: 1\r\n', add('a', 'c', { d: 1 }), 'a:\r\n  b: 1\r\n  c:\r\n    d: 1\r\n'],
  'adds a map': ['a: 1\n', add('', 'b', { c: { d: 1 } }), 'a: 1\nb:\n  c:\n    d: 1\n'],
  'adds a list as the file has them': [
    'a:\n  - 1\n',
    add('', 'b', [{ c: 1, d: 2 }]),
    'a:\n  - 1\nb:\n  - c: 1\n    d: 2\n',
  ],
  'adds a list without indent where the file has none': [
    'a:\n- 1\n',
    add('', 'b', [1]),
    'a:\n- 1\nb:\n- 1\n',
  ],
  'adds an item': [
    'a:\n  - b: 1\n    c: 2\nd: 1\n',
    add('a', '', { b: 3 }),
    'a:\n  - b: 1\n    c: 2\n  - b: 3\nd: 1\n',
  ],
  'adds an empty map': ['a: 1\n', add('', 'b', {}), 'a: 1\nb: {}\n'],
  'adds to brackets': ['a: {b: 1}\n', add('a', 'c', { d: [1] }), 'a: {b: 1, c: {d: [1]}}\n'],
  'adds to empty brackets': ['a: {}\n', add('a', 'c', 1), 'a: {c: 1}\n'],
  'adds a key that needs quotes': ['a: 1\n', add('', 'b: c', 1), "a: 1\n'b: c': 1\n"],
  'removes a key with the comment above it': ['a: 1\n# b\nb: 2\nc: 3\n', remove('b'), 'a: 1\nc: 3\n'],
  'keeps a comment set off by a blank line': [
    'a: 1\n# group\n\nb: 2\nc: 3\n',
    remove('b'),
    'a: 1\n# group\n\nc: 3\n',
  ],
  'keeps such a comment at the end too': ['a: 1\n# group\n\nb: 2\n', remove('b'), 'a: 1\n# group\n\n'],
  'removes the first key of an item': ['a:\n  - b: 1\n    c: 2\n', remove('a.0.b'), 'a:\n  - c: 2\n'],
  'removes the first item': ['a:\n  - b: 1\n  # two\n  - b: 2\n', remove('a.0'), 'a:\n  # two\n  - b: 2\n'],
  'removes all of a map': ['a: # c\n  b: 1\nd: 2\n', remove('a.b'), 'a: {} # c\nd: 2\n'],
  'removes all of a list': ['a:\n  - 1\nd: 2\n', remove('a.0'), 'a: []\nd: 2\n'],
  'removes all of an item': ['a:\n  - b: 1\n  - c: 1\n', remove('a.0.b'), 'a:\n  - {}\n  - c: 1\n'],
  'removes the first of brackets': ['a: {b: 1, c: 2}\n', remove('a.b'), 'a: {c: 2}\n'],
  'removes the last of brackets': ['a: [1, 2 ]\n', remove('a.1'), 'a: [1 ]\n'],
  'removes everything': ['a: 1\n', remove('a'), '{}\n'],
};

describe('an edit', () => {
  for (const [name, [before, edit, after]] of Object.entries(cases)) {
    it(name, () => assert.equal(edited(before, edit), after));
  }
});

describe('a comment', () => {
  const comment = (text: string, path: string, words: string): string =>
    edited(text, (file, root) => {
      for (const { entry } of resolvePath(root, path)) setComment(entry, words, file);
    });

  it('is set behind a value and behind a key', () => {
    assert.equal(comment('a: 1\n', 'a', 'x'), 'a: 1 # x\n');
    assert.equal(comment('a: 1   # old\n', 'a', 'x'), 'a: 1 # x\n');
    assert.equal(comment('a:\n  b: 1\n', 'a', 'x'), 'a: # x\n  b: 1\n');
    assert.equal(comment('a: 1 # old\n', 'a', ''), 'a: 1\n');
  });
});

describe('an entry of another file', () => {
  const adopt = (from: string, to: string, fromPath: string, toPath: string, position = 99): string => {
    const source = resolvePath((readFile(from).documents[0] as { root: Collection }).root, fromPath)[0];
    assert.ok(source);
    return edited(to, (file, root) => {
      const parent = (toPath === '' ? root : resolvePath(root, toPath)[0]?.entry.value) as Collection;
      adoptEntry(parent, source.entry, source.parent, file, Math.min(position, parent.entries.length));
    });
  };

  it('comes with its comments, indented for its place', () => {
    const from = 'x:\n    # env\n    - name: A # a\n      text: |\n        one\n\n        two\n';
    assert.equal(
      adopt(from, 'y:\n- name: B\n', 'x.0', 'y'),
      'y:\n- name: B\n# env\n- name: A # a\n  text: |\n    one\n\n    two\n',
    );
    assert.equal(
      adopt('y:\n- name: B\n  # deep\n  list:\n  - 1\n', 'x:\n    - name: A\n', 'y.0', 'x', 0),
      'x:\n    - name: B\n      # deep\n      list:\n      - 1\n    - name: A\n',
    );
  });

  it('changes between brackets and lines', () => {
    assert.equal(
      adopt('a:\n  b:\n    - 1\n    - x: "2"\n', 'c: {d: 1}\n', 'a.b', 'c'),
      'c: {d: 1, b: [1, {x: "2"}]}\n',
    );
    assert.equal(adopt('a: {b: {c: 1}}\n', 'd:\n  e: 1\n', 'a.b', 'd'), 'd:\n  e: 1\n  b: {c: 1}\n');
  });

  it('that stood behind a dash gets a line of its own', () => {
    assert.equal(adopt('- a: 1\n  b: 2\n', 'c:\n  d: 1\n', '0.a', 'c'), 'c:\n  d: 1\n  a: 1\n');
  });

  it('is found by no name of Object', () =>
    assert.equal(entryOf(readFile('a: 1').documents[0]?.root, 'constructor'), undefined));
});
