import type { Flag } from './spec';

/** Where the first word that is no flag stands, or -1: flags with values are stepped over as cobra does. */
export function firstWord(tokens: readonly string[], known: readonly Flag[]): number {
  const bare = (match: (flag: Flag) => boolean) => known.some((flag) => flag.kind === 'bool' && match(flag));
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index] as string;
    if (token === '--') return -1;
    if (!token.startsWith('-') || token === '-') return index;
    if (token.includes('=')) continue;
    const takesNext = token.startsWith('--')
      ? !bare(({ name }) => name === token.slice(2))
      : token.length === 2 && !bare(({ short }) => short === token[1]);
    if (takesNext) index += 1;
  }
  return -1;
}

/** The tokens without the one at `index`. */
export function without(tokens: readonly string[], index: number): string[] {
  return tokens.filter((_, position) => position !== index);
}
