/** A command that could not do what it was asked: printed as `Failed: <message>` on stderr, exit code 1. */
export class Failure extends Error {
  override readonly name = 'Failure';
}

/** Quotes text as Go's `%q` does for plain text. */
export function quote(text: string): string {
  return JSON.stringify(text);
}
