/** Longer output is kept whole in messages.ndjson, not in the page. */
const MOST_CHARACTERS = 700;

/** The text as the page shows it: its middle left out, and said so, when it is very long. */
export function shortened(text: string): string {
  if (text.length <= MOST_CHARACTERS) return text;
  const kept = MOST_CHARACTERS / 2;
  const left = text.length - MOST_CHARACTERS;
  return `${text.slice(0, kept)}\n… ${left} characters left out here; all of it is in messages.ndjson …\n${text.slice(-kept)}`;
}
