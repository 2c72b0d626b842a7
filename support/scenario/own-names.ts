import { kinds } from '../cluster/kinds';
import { isOwnNamespace } from '../environment/clusters/own-namespaces';
import { removeEverything } from '../tutorial/remove-everything';
import type { Tutorial } from '../tutorial/tutorial';
import type { Session } from './session';

/**
 * The session as one scenario sees it. Where there is no checkpoint to go back to, every scenario has names of its
 * own: nothing has to be gone before the next one begins. Where the hub has checkpoints, these are the first names that
 * nothing in the cluster has any more, as the hub may know the way to a starting point under these names already.
 *
 * @param process number of the process among those of the run
 * @param count number of the scenario in its process
 */
export async function withOwnNames(session: Session, process: string, count: number): Promise<Session> {
  const { environment, connection } = session;
  if (environment.checkpoints) return session;
  const prefixOf = (number: number) => `${environment.prefix}${process}-${number}-`;
  if (!environment.hubCheckpoints) return renamed(session, prefixOf(count));
  const { items } = await connection.list(kinds.namespace);
  const isTaken = (prefix: string) => items.some(({ metadata }) => metadata?.name?.startsWith(prefix));
  let number = 1;
  while (isTaken(prefixOf(number))) number += 1;
  return renamed(session, prefixOf(number));
}

function renamed(session: Session, prefix: string): Session {
  return { ...session, environment: { ...session.environment, prefix } };
}

/**
 * Whether what a scenario made is to stay. On a kind cluster `always` is about the cluster, which has no room for what
 * all scenarios of a run make: there only what failed stays.
 */
export function stays({ keep, environment }: Session, failed: boolean): boolean {
  if (keep === 'never') return false;
  return failed || (keep === 'always' && environment.cluster.kind !== 'kind');
}

/**
 * Removes what a scenario made under names of its own, and does not wait for the end of its namespaces.
 * An embedded hub goes with the run, so only another one is tidied up.
 *
 * @param world its `undo` takes back what the scenario made in somebody else's name
 */
export async function removeOwn(
  session: Session,
  world: { tutorial: Tutorial; undo(): Promise<void> },
): Promise<void> {
  const { checkpoints, hub } = session.environment;
  if (checkpoints) return;
  await world.undo();
  if (hub.kind !== 'embedded') await removeEverything(world.tutorial);
  const { cluster, names } = world.tutorial;
  for (const { metadata } of await cluster.list(kinds.namespace)) {
    if (metadata?.name && isOwnNamespace(names.prefix, metadata) && !metadata.deletionTimestamp)
      await cluster.delete({ ...kinds.namespace, name: metadata.name });
  }
}
