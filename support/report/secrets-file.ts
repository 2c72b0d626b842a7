import { appendFileSync, existsSync, readFileSync } from 'node:fs';

/**
 * Processes of one run tell each other their secrets through a file that only this user can read, so that the
 * process which writes the reports can mask them. Without a file nothing is remembered.
 */
export function rememberIn(file: string | undefined): (secret: string) => void {
  if (!file) return () => undefined;
  return (secret) => appendFileSync(file, `${JSON.stringify(secret)}\n`, { mode: 0o600 });
}

/** The secrets that were remembered in the file so far. */
export function readRemembered(file: string): string[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as string);
}
