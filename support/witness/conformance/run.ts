import { openClient } from '../api/client';
import { Bench, type Check, type Group, type Loose } from './bench';
import { errors } from './checks/errors';
import { fieldOwners } from './checks/field-owners';
import { garbage } from './checks/garbage';
import { namespaces } from './checks/namespaces';
import { patches } from './checks/patches';
import { rollingUpdate } from './checks/rolling-update';
import { scale } from './checks/scale';
import { tables } from './checks/tables';
import { watches } from './checks/watches';

export const groups: Group[] = [
  // Begins with what takes longest.
  watches,
  fieldOwners,
  patches,
  scale,
  rollingUpdate,
  namespaces,
  garbage,
  errors,
  tables,
];

/** What a cluster showed, by behaviour: nothing where it is as said, else what was seen instead. */
export type Verdicts = ReadonlyMap<string, string | undefined>;

const atOnce = 6;

/**
 * Checks every behaviour on a cluster, some at a time, in a namespace that is deleted at the end.
 *
 * @param named only behaviours whose words hold this
 */
export async function conformanceOf(kubeconfig: string, named = ''): Promise<Verdicts> {
  const client = openClient(kubeconfig);
  const namespace = `conformance-${Date.now().toString(36)}`;
  const opening = new Bench(client, namespace, 'opening');
  await opening.does('POST', '/api/v1/namespaces', { metadata: { name: namespace } });
  try {
    await opening.until(
      'the default service account',
      () => opening.ask('GET', `${opening.core}/serviceaccounts/default`),
      ({ status }: Loose) => status === 200,
    );
    const verdicts = new Map<string, string | undefined>();
    const left = groups.flatMap(({ checks }) => checks).filter(({ behaviour }) => behaviour.includes(named));
    let count = 0;
    const work = async () => {
      for (let next = left.shift(); next; next = left.shift()) {
        count += 1;
        verdicts.set(next.behaviour, await verdictOf(next, new Bench(client, namespace, `c${count}`)));
      }
    };
    await Promise.all(Array.from({ length: atOnce }, work));
    return verdicts;
  } finally {
    await opening.ask('DELETE', `/api/v1/namespaces/${namespace}`);
  }
}

async function verdictOf({ check }: Check, bench: Bench): Promise<string | undefined> {
  try {
    await check(bench);
    // What runs takes room that the next checks may need.
    await bench.ask('DELETE', `${bench.deployments}/${bench.name}`);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
