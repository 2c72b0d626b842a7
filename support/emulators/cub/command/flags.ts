import { Failure, quote } from '../failure';
import type { Flag } from './spec';

export type FlagValue = string | boolean | number | string[];

/** The flags of one invocation, read by name; a flag that was not given has its fallback. */
export class Flags {
  constructor(private readonly given: ReadonlyMap<string, FlagValue>) {}

  has(name: string): boolean {
    return this.given.has(name);
  }

  text(name: string, fallback = ''): string {
    const value = this.given.get(name);
    return value === undefined ? fallback : String(value);
  }

  on(name: string, fallback = false): boolean {
    const value = this.given.get(name);
    return value === undefined ? fallback : value === true;
  }

  list(name: string): string[] {
    const value = this.given.get(name);
    return Array.isArray(value) ? value : [];
  }

  raw(name: string): FlagValue | undefined {
    return this.given.get(name);
  }
}

export interface Parsed {
  flags: Flags;
  args: string[];
}

const TRUE = ['1', 't', 'T', 'TRUE', 'true', 'True'];
const FALSE = ['0', 'f', 'F', 'FALSE', 'false', 'False'];

/** Splits one StringSlice value as a line of CSV. */
function splitList(value: string): string[] {
  if (value === '') return [];
  return value
    .split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/)
    .map((part) => part.replace(/^"(.*)"$/, '$1').replace(/""/g, '"'));
}

function convert(flag: Flag, spelled: string, text: string, before: FlagValue | undefined): FlagValue {
  const invalid = (parser: string) =>
    new Failure(
      `invalid argument ${quote(text)} for ${quote(spelled)} flag: strconv.${parser}: parsing ${quote(text)}: invalid syntax`,
    );
  switch (flag.kind) {
    case 'bool':
      if (TRUE.includes(text)) return true;
      if (FALSE.includes(text)) return false;
      throw invalid('ParseBool');
    case 'int':
      if (!/^[+-]?(0[xX][0-9a-fA-F]+|\d+)$/.test(text)) throw invalid('ParseInt');
      return Number(text);
    case 'list':
      return [...(Array.isArray(before) ? before : []), ...splitList(text)];
    case 'string':
      return text;
  }
}

/** How pflag names a flag in a message: with its shorthand, if it has one. */
function spelling(flag: Flag): string {
  return flag.short === undefined ? `--${flag.name}` : `-${flag.short}, --${flag.name}`;
}

/**
 * Reads flags and positional arguments as spf13/pflag does with interspersed arguments: `--name value`, `--name=value`,
 * `-n value`, `-nvalue`, `-ab`, a bare boolean, and `--` that ends flags. Throws pflag's words for what it does not know.
 */
export function parseFlags(known: readonly Flag[], tokens: readonly string[]): Parsed {
  const byName = new Map(known.map((flag) => [flag.name, flag]));
  const byShort = new Map(
    known.flatMap((flag) => (flag.short === undefined ? [] : [[flag.short, flag] as const])),
  );
  const given = new Map<string, FlagValue>();
  const args: string[] = [];
  const set = (flag: Flag, text: string) =>
    given.set(flag.name, convert(flag, spelling(flag), text, given.get(flag.name)));

  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index] as string;
    if (token === '--') {
      args.push(...tokens.slice(index + 1));
      break;
    }
    if (token.startsWith('--')) {
      const [name = '', ...rest] = token.slice(2).split('=');
      if (name === '' || name.startsWith('-')) throw new Failure(`bad flag syntax: ${token}`);
      const flag = byName.get(name);
      if (flag === undefined) throw new Failure(`unknown flag: --${name}`);
      if (token.includes('=')) set(flag, rest.join('='));
      else if (flag.kind === 'bool') set(flag, 'true');
      else {
        index += 1;
        const value = tokens[index];
        if (value === undefined) throw new Failure(`flag needs an argument: --${name}`);
        set(flag, value);
      }
      continue;
    }
    if (!token.startsWith('-') || token === '-') {
      args.push(token);
      continue;
    }
    for (let letters = token.slice(1); letters !== ''; ) {
      const letter = letters[0] as string;
      const flag = byShort.get(letter);
      if (flag === undefined) throw new Failure(`unknown shorthand flag: '${letter}' in -${letters}`);
      const rest = letters.slice(1);
      if (rest.startsWith('=')) {
        set(flag, rest.slice(1));
        break;
      }
      if (flag.kind === 'bool') {
        set(flag, 'true');
        letters = rest;
        continue;
      }
      if (rest !== '') {
        set(flag, rest);
        break;
      }
      index += 1;
      const value = tokens[index];
      if (value === undefined) throw new Failure(`flag needs an argument: '${letter}' in -${letters}`);
      set(flag, value);
      break;
    }
  }
  return { flags: new Flags(given), args };
}
