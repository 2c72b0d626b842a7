import { Failure } from '../failure';
import type { FunctionArgument } from '../hub/entities';

/** Words after a function's name: in order, or `--name=value`; once one is named all later ones must be. */
export function parseArguments(words: readonly string[]): FunctionArgument[] {
  let named = false;
  return words.map((word) => {
    if (word.startsWith('--') && word.includes('=')) {
      named = true;
      const at = word.indexOf('=');
      return { ParameterName: word.slice(2, at), Value: word.slice(at + 1) };
    }
    if (named) throw new Failure(`positional argument '${word}' cannot follow named arguments`);
    return { Value: word };
  });
}
