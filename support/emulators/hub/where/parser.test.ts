import assert from 'node:assert/strict';
import { compileWhereData, QueryError } from './index';
import recorded from './witness/parser-2025-08-21.json';

/** Where the hub is stricter or larger than the recorded parser, and why. */
const DIFFERENCES: Record<string, string> = {
  "a = 'b' c = 'd'": 'a missing AND is refused',
  "a = 'b' AND": 'a trailing AND is refused',
  "a = 'b' AND AND c = 1": 'AND is no path',
  "a = 'it''s'": 'what follows the string is no AND',
};

function messageOf(expression: string): string | undefined {
  try {
    compileWhereData(expression);
    return undefined;
  } catch (error) {
    assert.ok(error instanceof QueryError);
    return error.message;
  }
}

describe('where-data beside the recorded parser', () => {
  for (const { expression, error } of recorded.rows) {
    const difference = DIFFERENCES[expression];
    if (difference !== undefined) {
      it(`${expression}: ${difference}`, () => assert.notEqual(messageOf(expression), undefined));
    } else if (error === undefined) {
      it(`takes ${expression}`, () => assert.equal(messageOf(expression), undefined));
    } else {
      it(`refuses ${expression}`, () => {
        const message = messageOf(expression) ?? 'taken';
        assert.equal(message.slice(0, error.length), error);
        assert.match(message.slice(error.length), /^: \S/, 'a hint follows');
      });
    }
  }
});
