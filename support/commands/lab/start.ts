import { describe } from '../../environment/environment';
import { type LabState, labState, openLab } from '../../environment/lab';
import type { Console } from './console';
import { summary } from './summary';

/** Starts what of the lab does not run, and anew what has changed since it was started. */
export async function start(_args: string[], { env, out }: Console): Promise<number> {
  const before = await labState({ env });
  const environment = await openLab({ env, log: () => undefined });
  const after = await labState({ env });
  out(`${words(before, after)}: ${describe(environment)}.\n`);
  out(summary(after));
  out('\nTo use cub and kubectl with it: eval "$(npm run --silent lab -- env)"\n');
  return 0;
}

function words(before: LabState, after: LabState): string {
  if (!before.servers.every(({ running }) => running)) return 'The lab runs';
  const processes = ({ servers }: LabState) => servers.map(({ record }) => record?.pid).join();
  return processes(before) === processes(after)
    ? 'The lab runs already'
    : 'The lab was started anew, as its programs have changed';
}
