import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const adjectives = [
  'brave',
  'calm',
  'clever',
  'eager',
  'gentle',
  'happy',
  'keen',
  'lively',
  'quiet',
  'swift',
];
const animals = ['badger', 'falcon', 'fox', 'heron', 'lynx', 'marten', 'otter', 'owl', 'robin', 'stoat'];

/**
 * The prefix of names where others may work too: made at first and kept in `stateDir`, so that what was made under it
 * is found again.
 *
 * @param random gives numbers from 0 up to 1
 */
export function keptPrefix(stateDir: string, random: () => number): string {
  const file = join(stateDir, 'prefix');
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    const pick = (words: string[]) => words[Math.floor(random() * words.length)];
    const prefix = `${pick(adjectives)}-${pick(animals)}-${1000 + Math.floor(random() * 9000)}-`;
    mkdirSync(stateDir, { recursive: true });
    writeFileSync(file, `${prefix}\n`);
    return prefix;
  }
}
