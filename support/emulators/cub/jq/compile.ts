import { CALLS, PLAIN } from './builtins';
import { BeyondSmallJq, type Filter, single, type Value } from './filter';
import { alternative, both, compared, isComparison, logical, piped } from './operators';
import { at, each, slice, tried } from './paths';
import { type Token, tokenize } from './tokens';

/** Recursive descent over jq's grammar, lowest precedence first: `|`, `,`, `//`, `or`, `and`, comparisons, postfix. */
class Parser {
  private position = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  program(): Filter {
    const filter = this.pipe();
    if (this.position < this.tokens.length) throw new BeyondSmallJq();
    return filter;
  }

  private peek(): string | undefined {
    return this.tokens[this.position]?.text;
  }

  private take(text: string): boolean {
    if (this.peek() !== text || this.tokens[this.position]?.kind === 'string') return false;
    this.position += 1;
    return true;
  }

  private need(text: string): void {
    if (!this.take(text)) throw new BeyondSmallJq();
  }

  private next(): Token {
    const token = this.tokens[this.position];
    if (token === undefined) throw new BeyondSmallJq();
    this.position += 1;
    return token;
  }

  private pipe(): Filter {
    const left = this.comma();
    return this.take('|') ? piped(left, this.pipe()) : left;
  }

  private comma(): Filter {
    let left = this.alternatives();
    while (this.take(',')) left = both(left, this.alternatives());
    return left;
  }

  private alternatives(): Filter {
    const left = this.or();
    return this.take('//') ? alternative(left, this.alternatives()) : left;
  }

  private or(): Filter {
    let left = this.and();
    while (this.take('or')) left = logical('or', left, this.and());
    return left;
  }

  private and(): Filter {
    let left = this.comparison();
    while (this.take('and')) left = logical('and', left, this.comparison());
    return left;
  }

  private comparison(): Filter {
    const left = this.postfix();
    const sign = this.peek() ?? '';
    if (!isComparison(sign)) return left;
    this.need(sign);
    return compared(sign, left, this.postfix());
  }

  private postfix(): Filter {
    let filter = this.term();
    for (;;) {
      const token = this.tokens[this.position];
      if (token?.kind === 'field') filter = this.field(filter);
      else if (token?.text === '[') filter = this.bracket(filter);
      else if (this.take('?')) filter = tried(filter);
      else if (token?.text === '.' && this.tokens[this.position + 1]?.text === '[') this.position += 1;
      else return filter;
    }
  }

  private field(target: Filter): Filter {
    const name = this.next().text.slice(1);
    return piped(target, (value) => [at(value, name)]);
  }

  private bracket(target: Filter): Filter {
    this.need('[');
    if (this.take(']')) return piped(target, each);
    const from = this.number();
    if (this.take(':')) {
      const to = this.number();
      this.need(']');
      return piped(target, (value) => [slice(value, from, to)]);
    }
    const index: Value = from ?? this.string();
    this.need(']');
    return piped(target, (value) => [at(value, index)]);
  }

  private number(): number | undefined {
    const token = this.tokens[this.position];
    if (token?.kind !== 'number') return undefined;
    this.position += 1;
    return Number(token.text);
  }

  private string(): string {
    const token = this.next();
    if (token.kind !== 'string') throw new BeyondSmallJq();
    return JSON.parse(token.text) as string;
  }

  private term(): Filter {
    const token = this.next();
    switch (token.kind) {
      case 'field':
        this.position -= 1;
        return this.field((input) => [input]);
      case 'number': {
        const value = Number(token.text);
        return () => [value];
      }
      case 'string': {
        const value = JSON.parse(token.text) as string;
        return () => [value];
      }
      case 'format':
        return this.named(token.text);
      case 'name':
        return this.named(token.text);
      case 'sign':
        return this.group(token.text);
    }
  }

  private group(sign: string): Filter {
    if (sign === '.') return (input) => [input];
    if (sign === '(') {
      const inner = this.pipe();
      this.need(')');
      return inner;
    }
    if (sign === '[') {
      if (this.take(']')) return () => [[]];
      const inner = this.pipe();
      this.need(']');
      return (input) => [[...inner(input)]];
    }
    if (sign === '{') return this.object();
    throw new BeyondSmallJq();
  }

  private object(): Filter {
    const members: Array<[string, Filter]> = [];
    while (!this.take('}')) {
      if (members.length > 0) this.need(',');
      const key = this.next();
      if (key.kind !== 'name' && key.kind !== 'string') throw new BeyondSmallJq();
      const name = key.kind === 'string' ? (JSON.parse(key.text) as string) : key.text;
      members.push([name, this.take(':') ? this.objectValue() : (input) => [at(input, name)]]);
    }
    return (input) => [Object.fromEntries(members.map(([name, filter]) => [name, single(filter, input)]))];
  }

  private objectValue(): Filter {
    const value = this.postfix();
    return this.take('|') ? piped(value, this.objectValue()) : value;
  }

  private named(name: string): Filter {
    const constants: Record<string, Value> = { true: true, false: false, null: null };
    if (Object.hasOwn(constants, name)) return () => [constants[name]];
    if (name === 'empty') return () => [];
    if (this.peek() === '(' && Object.hasOwn(CALLS, name)) {
      this.need('(');
      const argument = this.pipe();
      this.need(')');
      return (CALLS[name] as (argument: Filter) => Filter)(argument);
    }
    const plain = Object.hasOwn(PLAIN, name) && this.peek() !== '(' ? PLAIN[name] : undefined;
    if (plain === undefined) throw new BeyondSmallJq();
    return (input) => [plain(input)];
  }
}

/**
 * Runs the part of jq that scripts use most: paths, pipes, `//`, comparisons, `select`, `length` and the like. Undefined
 * when a program goes beyond it or fails: then the real jq has the word. It exists because that one takes some 100 ms to load.
 */
export function smallJq(program: string, input: Value): Value[] | undefined {
  const tokens = tokenize(program);
  if (tokens === undefined) return undefined;
  try {
    return [...new Parser(tokens).program()(input)];
  } catch (error) {
    if (error instanceof BeyondSmallJq) return undefined;
    throw error;
  }
}
