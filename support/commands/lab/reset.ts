import { resetLab } from '../../environment/lab';
import type { Console } from './console';

/** Stops the lab and removes what it keeps. */
export async function reset(_args: string[], { env, out }: Console): Promise<number> {
  out((await resetLab({ env })) ? 'The lab is stopped and empty.\n' : 'There is no lab to reset.\n');
  return 0;
}
