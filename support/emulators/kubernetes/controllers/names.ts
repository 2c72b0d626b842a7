import { randomInt } from 'node:crypto';

const LETTERS = 'bcdfghjklmnpqrstvwxz2456789';

/** Five letters and digits as the API server puts them behind a `generateName`. */
export function randomSuffix(): string {
  return Array.from({ length: 5 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
}
