import type { UnitRow } from '../hub/entities';
import type { Invocation } from '../invocation';
import { findUnit } from '../lookup/units';
import { reportUnits } from './bulk';

/** `cub unit push-upgrade`: upgrades every unit cloned from this one that is behind it. */
export async function pushUpgrade(invocation: Invocation): Promise<void> {
  const name = invocation.args[0] as string;
  const { UnitID } = await findUnit(invocation, name);
  const where = `Unit.UpstreamUnitID = '${UnitID}' AND Unit.UpstreamRevisionNum < UpstreamUnit.HeadRevisionNum`;
  const { body, status } = await invocation.hub.patch('/unit', 'null', {
    where,
    include: 'UpstreamUnitID',
    upgrade: 'true',
  });
  await reportUnits(invocation, body as UnitRow[], status, 'upgrade', `${name} (${UnitID})`);
}
