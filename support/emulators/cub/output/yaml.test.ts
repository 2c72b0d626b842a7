import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse } from 'yaml';
import { toYaml } from './yaml';

describe('YAML', () => {
  it('indents lists below their key, and what is in a list item to the next multiple of four', () => {
    const value = { subjects: [{ name: 'a', nested: { b: ['c'] } }], kind: 'X' };
    assert.equal(
      toYaml(value),
      'kind: X\nsubjects:\n    - name: a\n      nested:\n        b:\n            - c\n',
    );
  });

  it('quotes what would be read as something else', () => {
    assert.equal(
      toYaml({ a: '', b: 'true', c: '1', d: 'x: y', e: 'plain text' }, 2),
      'a: ""\nb: "true"\nc: "1"\nd: "x: y"\ne: plain text\n',
    );
  });

  it('says what it was given', () => {
    const text = fc
      .string()
      .filter((given) => !/[\r\u0085\u2028\u2029\ufeff]/.test(given) && !/^\s|\n\s*\n|\s$/.test(given));
    const node = fc.letrec((tie) => ({
      node: fc.oneof(
        { maxDepth: 3 },
        text,
        fc.integer(),
        fc.boolean(),
        fc.constant(null),
        fc.array(tie('node')),
        fc.dictionary(text, tie('node'), { noNullPrototype: true }),
      ),
    })).node;
    fc.assert(
      fc.property(
        fc.dictionary(text, node, { noNullPrototype: true }),
        fc.constantFrom(2, 4),
        (value, step) => {
          assert.deepEqual(parse(toYaml(value, step)), value);
        },
      ),
    );
  });
});
