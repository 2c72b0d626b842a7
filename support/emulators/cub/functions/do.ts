import type { Invocation } from '../invocation';
import { waits } from '../units/gates';
import { parseArguments } from './arguments';
import { invokeFunction } from './invoke';

/** `cub function do`: one function on the selected units. */
export async function doFunction(invocation: Invocation): Promise<void> {
  const [name = '', ...words] = invocation.args;
  await invokeFunction(invocation, name, parseArguments(words), waits(invocation));
}
