import type { RE2JS } from 're2js';
import { QueryError } from './model';

/** Longest pattern taken; a tag, a name or an image is far shorter. */
const MAX_PATTERN_LENGTH = 1000;

/** SQL LIKE: % is any text, _ one character. Time is at most text times pattern, whatever the pattern. */
export function compileLike(pattern: string, ignoreCase: boolean): (text: string) => boolean {
  refuseLong(pattern);
  const wanted = [...(ignoreCase ? pattern.toLowerCase() : pattern)];
  return (text) => matchesLike([...(ignoreCase ? text.toLowerCase() : text)], wanted);
}

function matchesLike(text: string[], pattern: string[]): boolean {
  let [at, want, retryAt, retryWant] = [0, 0, 0, -1];
  while (at < text.length) {
    if (pattern[want] === '%') {
      retryWant = want;
      retryAt = at;
      want += 1;
    } else if (pattern[want] === '_' || pattern[want] === text[at]) {
      at += 1;
      want += 1;
    } else if (retryWant >= 0) {
      retryAt += 1;
      at = retryAt;
      want = retryWant + 1;
    } else return false;
  }
  while (pattern[want] === '%') want += 1;
  return want === pattern.length;
}

/** A regular expression found anywhere in the text. RE2 syntax and linear time, as in ConfigHub itself. */
export function compileRegex(pattern: string, ignoreCase: boolean): (text: string) => boolean {
  refuseLong(pattern);
  const regex = parse(pattern, ignoreCase);
  return (text) => regex.matcher(text).find();
}

function parse(pattern: string, ignoreCase: boolean): RE2JS {
  // Loaded when the first regular expression comes: most hubs never see one.
  const { RE2JS: Engine, RE2JSSyntaxException } = require('re2js') as typeof import('re2js');
  try {
    return Engine.compile(ignoreCase ? `(?i)${pattern}` : pattern);
  } catch (error) {
    if (!(error instanceof RE2JSSyntaxException)) throw error;
    throw new QueryError(`invalid regular expression \`${pattern}\`: ${error.message}`);
  }
}

function refuseLong(pattern: string): void {
  if (pattern.length <= MAX_PATTERN_LENGTH) return;
  throw new QueryError(
    `the pattern has ${pattern.length} characters, at most ${MAX_PATTERN_LENGTH} are taken`,
  );
}
