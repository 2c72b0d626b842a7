import type { Unit } from '../../cub/unit';
import { type Difference, differences } from '../config-diff';
import { lookAtHub } from '../hub';
import type { Service } from '../services';
import type { Tutorial } from '../tutorial';
import { clonesBehind, whereBehind } from './behind';

/** What an upgrade would change in one clone. */
export interface Preview {
  unit: Unit;
  changes: Difference[];
}

/**
 * Tells which clones of a base service are behind, and what an upgrade would change in each. Nothing is
 * changed. Where `cub` can try an upgrade out, ConfigHub itself is asked; else the base's own changes are
 * told, some of which a clone may keep out.
 */
export async function previewUpgrade(tutorial: Tutorial, service: Service): Promise<Preview[]> {
  const hub = await lookAtHub(tutorial);
  const base = hub.unit(tutorial.names.base, service);
  const behind = clonesBehind(hub, base);
  if (behind.length === 0) return [];
  return tutorial.can.dryRun ? tryOut(tutorial, base, behind) : changesOfBase(tutorial, base, behind);
}

async function tryOut(tutorial: Tutorial, base: Unit, behind: readonly Unit[]): Promise<Preview[]> {
  const rows = await tutorial.cub.units.previewUpgrade({ space: '*', where: whereBehind(base) });
  const upgraded = new Map(rows.map(({ Unit }) => [Unit?.UnitID, Unit?.Data ?? '']));
  return behind.map((unit) => {
    const data = Buffer.from(upgraded.get(unit.id) ?? '', 'base64').toString('utf8');
    return { unit, changes: differences(unit.data, data) };
  });
}

async function changesOfBase(tutorial: Tutorial, base: Unit, behind: readonly Unit[]): Promise<Preview[]> {
  const history = await tutorial.cub.revisions.list(base.space, base.slug);
  return behind.map((unit) => {
    const known = history.find(({ number }) => number === unit.upstream?.revision);
    return { unit, changes: differences(known?.data ?? '', base.data) };
  });
}
