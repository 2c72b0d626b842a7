import { withSnapshots } from '../../environment/lab';
import type { Console } from './console';

/** Takes the lab back to a snapshot. */
export async function restore(args: string[], { env, out, err }: Console): Promise<number> {
  const [name, ...more] = args;
  if (name === undefined || more.length > 0) {
    err('Which one? Use it like this: npm run lab -- restore before-the-upgrade\n');
    return 2;
  }
  const away = await withSnapshots({ env }, (snapshots) => snapshots.restore(name));
  out(`The lab is as it was at ${name}.\n`);
  for (const worker of away) out(`The worker ${worker} was connected then and is not now: start it again.\n`);
  return 0;
}
