import { buildBundles } from '../../../environment/build';
import { bad, type Check, good } from '../check';

/** Whether the embedded hub, `cub`, worker and cluster can be bundled. */
export const emulators: Check = async () => {
  try {
    await buildBundles();
    return good('The embedded hub, cub, worker and cluster are built');
  } catch (error) {
    return bad(
      (error as Error).message,
      'npm ci, and undo changes under support/emulators that do not compile',
    );
  }
};
