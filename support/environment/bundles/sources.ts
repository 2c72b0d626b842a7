import { join } from 'node:path';

/** The programs that are bundled; each is a `main.ts` in its folder under support/emulators, run by being loaded, `cub` by its `main`. */
export type Program = 'hub' | 'kubernetes' | 'worker' | 'cub';

/** Packages left out of the bundles and loaded only when used: their code is larger than a start-up can bear. */
export const loadedOnDemand = ['jq-wasm'];

/** The entry file of each program, in the project at `root`. */
export function entries(root: string): Record<Program, string> {
  const file = (program: Program) => join(root, 'support', 'emulators', program, 'main.ts');
  return { hub: file('hub'), kubernetes: file('kubernetes'), worker: file('worker'), cub: file('cub') };
}
