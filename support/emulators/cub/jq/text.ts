import { Failure } from '../failure';
import { sorted } from '../hub/encode';
import { toJson } from '../output/json';
import { smallJq } from './compile';

interface Jq {
  raw(data: string, filter: string, flags: string[]): Promise<string>;
}

/** Loads the real jq (WebAssembly), which stands in the node_modules above the bundle; it takes some 100 ms. */
function realJq(): Jq {
  try {
    return require('jq-wasm') as Jq;
  } catch (error) {
    throw new Failure(`jq is not available to this cub (package jq-wasm): ${(error as Error).message}`);
  }
}

/** All results of a jq program on a value, whose keys must be sorted. */
async function results(input: unknown, program: string): Promise<unknown[]> {
  const quick = smallJq(program, input);
  if (quick !== undefined) return quick;
  const text = await realJq()
    .raw(JSON.stringify(input), program, ['-c'])
    .catch((error: Error) => {
      throw new Failure(error.message.trimEnd());
    });
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as unknown);
}

/** What `--jq` prints: texts, whole numbers and booleans bare, everything else as indented JSON with sorted keys. */
export async function jqText(value: unknown, program: string): Promise<string> {
  const found = await results(sorted(value), program);
  return found.map((result) => `${typeof result === 'string' ? result : toJson(sorted(result))}\n`).join('');
}
