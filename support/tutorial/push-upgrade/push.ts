import type { Revision } from '../../cub/revisions';
import type { Unit } from '../../cub/unit';
import { refuseFailures } from '../bulk-outcome';
import { type Difference, differences, leavesOf } from '../config-diff';
import { lookAtHub } from '../hub';
import type { Service } from '../services';
import type { Tutorial } from '../tutorial';
import { clonesBehind, whereBehind } from './behind';

/** What an upgrade changed in one clone, and what the clone kept for itself. */
export interface Upgraded {
  /** As it was before. */
  unit: Unit;
  changes: Difference[];
  /** Changes of the base that met an edit of the clone's own: the clone's value stays. */
  kept: Array<{ path: string; local: string; base: string }>;
}

/**
 * Pushes what changed in a base service to all its clones that are behind: in ConfigHub, not in the cluster.
 * One command for all of them; nothing happens when none is behind.
 *
 * @throws TutorialError naming each clone that refused
 */
export async function pushUpgrade(tutorial: Tutorial, service: Service): Promise<Upgraded[]> {
  const { cub, names } = tutorial;
  const before = await lookAtHub(tutorial);
  const base = before.unit(names.base, service);
  const behind = clonesBehind(before, base);
  if (behind.length === 0) return [];
  const history = await cub.revisions.list(base.space, base.slug);
  const rows = await cub.units.upgrade({ space: '*', where: whereBehind(base) });
  refuseFailures(rows, 'pushing the upgrade');
  const after = new Map(rows.map(({ Unit }) => [Unit?.UnitID, decoded(Unit?.Data)]));
  const upgraded = behind.map((unit) => compare(unit, after.get(unit.id) ?? unit.data, base, history));
  narrateUpgrade(tutorial, upgraded);
  return upgraded;
}

function decoded(data: string | undefined): string | undefined {
  return data === undefined ? undefined : Buffer.from(data, 'base64').toString('utf8');
}

function compare(unit: Unit, after: string, base: Unit, history: readonly Revision[]): Upgraded {
  const known = history.find(({ number }) => number === unit.upstream?.revision)?.data ?? '';
  const values = leavesOf(after);
  const kept = differences(known, base.data).flatMap(({ path, after: wanted }) => {
    const local = values.get(path);
    return wanted === undefined || local === undefined || local === wanted
      ? []
      : [{ path, local, base: wanted }];
  });
  return { unit, changes: differences(unit.data, after), kept };
}

function narrateUpgrade(tutorial: Tutorial, upgraded: readonly Upgraded[]): void {
  for (const { unit, changes, kept } of upgraded) {
    tutorial.narrate(
      `${unit.space}/${unit.slug} took ${changes.length} ${changes.length === 1 ? 'change' : 'changes'} of the base.`,
    );
    for (const { path, local, base } of kept) {
      tutorial.narrate(`${unit.space}/${unit.slug} keeps ${path} at ${local}; the base has ${base}.`);
    }
  }
}
