import type { Invocation } from '../invocation';
import { findUnit } from '../lookup/units';
import { decode } from './details';

/** `cub unit data`: the config data of a unit, nothing else. */
export async function unitData(invocation: Invocation): Promise<void> {
  invocation.print.say(decode((await findUnit(invocation, invocation.args[0] as string)).Data));
}
