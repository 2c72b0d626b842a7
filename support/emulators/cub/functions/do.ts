import type { Invocation } from '../invocation';
import { parseArguments } from './arguments';
import { invokeFunction } from './invoke';

/** `cub function do`: one function on the selected units. */
export async function doFunction(invocation: Invocation): Promise<void> {
  const [name = '', ...words] = invocation.args;
  const bare = ['quiet', 'data-only', 'output-only', 'output-values-only'].some((only) =>
    invocation.flags.on(only),
  );
  await invokeFunction(invocation, name, parseArguments(words), !bare);
}
