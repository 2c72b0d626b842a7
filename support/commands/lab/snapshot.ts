import { withSnapshots } from '../../environment/lab';
import type { Console } from './console';

/** Saves the lab as it is now, under a name. */
export async function snapshot(args: string[], { env, out, err }: Console): Promise<number> {
  const [name, ...more] = args;
  if (name === undefined || more.length > 0) {
    err('Which one? Use it like this: npm run lab -- snapshot before-the-upgrade\n');
    return 2;
  }
  await withSnapshots({ env }, (snapshots) => snapshots.save(name));
  out(`Saved as ${name}; \`npm run lab -- restore ${name}\` comes back to it.\n`);
  return 0;
}
