import { findExecutable } from '../../../environment/cubs/find';
import { type Check, good, note } from '../check';

/** kubectl is for people who want to look into the cluster; the scenarios do without. */
export const kubectl: Check = async ({ env }) => {
  const found = findExecutable('kubectl', env.PATH ?? '');
  if (found) return good(`kubectl: ${found} (not needed by the scenarios)`);
  return note(
    'kubectl is not installed; the scenarios do without',
    'install it to look into the cluster by hand',
  );
};
