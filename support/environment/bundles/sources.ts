import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The programs that are bundled; each is a `main.ts` in its folder under support/emulators. */
export const programs = ['hub', 'kubernetes', 'worker', 'cub'] as const;

export type Program = (typeof programs)[number];

/** Packages left out of the bundles and loaded only when used: their code is larger than a start-up can bear. */
export const loadedOnDemand = ['jq-wasm'];

/** The entry file of each program that exists in the project at `root`. */
export function entries(root: string): Partial<Record<Program, string>> {
  const found: Partial<Record<Program, string>> = {};
  for (const program of programs) {
    const entry = join(root, 'support', 'emulators', program, 'main.ts');
    if (existsSync(entry)) found[program] = entry;
  }
  return found;
}
