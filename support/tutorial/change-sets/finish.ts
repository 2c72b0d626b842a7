import type { Tutorial } from '../tutorial';
import type { AtomicChange } from './atomic-change';

/** Where change sets only remember revisions, one that has ended is not needed any more. */
export async function finish({ cub, names, can }: Tutorial, change: AtomicChange): Promise<void> {
  if (!can.changeSetLock) await cub.changeSets.delete(names.base, change.name);
}
