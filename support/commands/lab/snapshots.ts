import { withSnapshots } from '../../environment/lab';
import { BEGINNING } from '../../environment/lab/snapshots';
import type { Console } from './console';

/** Lists the snapshots of the lab. */
export async function snapshots(_args: string[], { env, out }: Console): Promise<number> {
  const names = await withSnapshots({ env }, async (all) => all.names());
  for (const name of names)
    out(`${name}${name === BEGINNING ? '    the lab as it was first started' : ''}\n`);
  return 0;
}
