import { rollOut } from '../deploy/roll-out';
import type { Tutorial } from '../tutorial';
import { type AtomicChange, unitsOf } from './atomic-change';
import { wayOf } from './way';

/**
 * Takes back what a run that was broken off has left of a change, in ConfigHub and in the cluster.
 *
 * @returns whether anything was left
 */
export async function recover(tutorial: Tutorial, change: AtomicChange): Promise<boolean> {
  const way = wayOf(tutorial);
  if (!(await way.leftOpen(tutorial, change))) return false;
  tutorial.narrate(`A run was broken off in the change set ${change.name}: what it left is taken back.`);
  await way.close(tutorial, change);
  await way.takeBack(tutorial, change, `Take back what was broken off: ${change.why}`);
  await rollOut(tutorial, unitsOf(tutorial.names));
  await way.finish(tutorial, change);
  return true;
}
