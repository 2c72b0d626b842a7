import { QueryError } from './model';

/** Reads an expression from left to right; texts of errors are those of ConfigHub's own parser. */
export class Tokens {
  constructor(private text: string) {}

  /** What is not read yet, without leading blanks. */
  get rest(): string {
    return this.text;
  }

  get isDone(): boolean {
    return this.text === '';
  }

  /** Takes what the pattern matches at the start, and the blanks behind it; undefined when it does not match. */
  take(pattern: RegExp): string | undefined {
    const match = pattern.exec(this.text);
    if (match?.index !== 0) return undefined;
    this.text = this.text.slice(match[0].length).replace(/^[ \t]+/, '');
    return match[0];
  }

  /** An error that quotes what is left and says what to write instead. */
  refuse(what: string, hint: string): QueryError {
    return new QueryError(`${what} at \`${this.rest}\`: ${hint}`);
  }
}

/** Splits an expression at AND, which must stand between all relations and nowhere else. */
export function parseConjunction<T>(expression: string, relation: (tokens: Tokens) => T): T[] {
  const tokens = new Tokens(expression.replace(/^[ \t]+/, ''));
  const relations: T[] = [];
  while (!tokens.isDone) {
    relations.push(relation(tokens));
    if (tokens.isDone) break;
    takeAnd(tokens);
    if (tokens.isDone)
      throw tokens.refuse('invalid path', 'the expression ends with AND, remove it or add a condition');
  }
  return relations;
}

function takeAnd(tokens: Tokens): void {
  if (tokens.take(/AND(?=[ \t]|$)/) !== undefined) return;
  if (tokens.take(/OR(?=[ \t]|$)/i)) {
    throw tokens.refuse(
      'invalid operator',
      "OR is not part of the language, write Slug IN ('a', 'b') or ask twice",
    );
  }
  if (tokens.take(/AND(?=[ \t]|$)/i)) throw tokens.refuse('invalid operator', 'AND is written in upper case');
  throw tokens.refuse('expected AND', 'conditions are joined by AND');
}
