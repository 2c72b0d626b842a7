import { catalogue } from './catalogue';
import type { FunctionSignature } from './model';

export { invokeFunctions } from './invoke';
export type * from './model';

/** Every function by name, as the function list endpoint answers it. */
export function functionSignatures(): Record<string, FunctionSignature> {
  return Object.fromEntries([...catalogue].map(([name, { signature }]) => [name, signature]));
}
