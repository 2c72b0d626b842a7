import type { Invocation } from '../invocation';
import { listSpaces } from '../lookup/spaces';

const FIRST = [
  'amber',
  'brave',
  'calm',
  'clever',
  'eager',
  'fuzzy',
  'gentle',
  'happy',
  'jolly',
  'keen',
  'lively',
  'merry',
  'noble',
  'proud',
  'quiet',
  'rapid',
  'shiny',
  'sunny',
  'tidy',
  'wise',
];
const SECOND = [
  'badger',
  'bear',
  'crane',
  'cub',
  'deer',
  'falcon',
  'fox',
  'gecko',
  'heron',
  'ibex',
  'koala',
  'lynx',
  'mole',
  'newt',
  'otter',
  'panda',
  'raven',
  'seal',
  'tiger',
  'wolf',
];

/** `cub space new-prefix`: two words that no space of the organization begins with. */
export async function newPrefix(invocation: Invocation): Promise<void> {
  const taken = (await listSpaces(invocation, '')).map(({ Slug }) => Slug);
  const pick = (words: readonly string[]) =>
    words[Math.floor(invocation.host.random() * words.length)] as string;
  let prefix = `${pick(FIRST)}-${pick(SECOND)}`;
  while (taken.some((slug) => slug.startsWith(prefix)))
    prefix = `${pick(FIRST)}-${pick(FIRST)}-${pick(SECOND)}`;
  invocation.print.say(prefix);
}
