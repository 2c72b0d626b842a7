import { describe } from '../../environment/environment';
import { labState, openLab } from '../../environment/lab';
import type { Console } from './console';
import { summary } from './summary';

/** Starts what of the lab does not run. */
export async function start(_args: string[], { env, out }: Console): Promise<number> {
  const before = await labState({ env });
  const environment = await openLab({ env, log: () => undefined });
  const all = before.servers.every(({ running }) => running);
  out(`${all ? 'The lab runs already' : 'The lab runs'}: ${describe(environment)}.\n`);
  out(summary(await labState({ env })));
  out('\nTo use cub and kubectl with it: eval "$(npm run --silent lab -- env)"\n');
  return 0;
}
