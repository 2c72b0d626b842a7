import type { BulkRow } from '../../cub/units';
import { isOneOf } from '../../cub/where';
import { refuseFailures } from '../bulk-outcome';
import { lookAtHub } from '../hub';
import type { Tutorial } from '../tutorial';
import { type AtomicChange, unitsOf } from './atomic-change';
import type { Way } from './way';

/** With change sets that lock their units and remember where they began. */
export const lockingWay: Way = {
  async open(tutorial, change) {
    const { cub, names } = tutorial;
    if (await idOf(tutorial, change)) await cub.changeSets.delete(names.base, change.name);
    await cub.changeSets.create(names.base, change.name, change.why);
    const rows = await cub.units.setChangeSet(unitsOf(names), full(tutorial, change));
    if (rows.some((row) => row.Error)) await letGo(tutorial, rows);
    refuseFailures(rows, `opening the change set ${change.name}`);
  },

  nameFor: full,

  async close({ cub, names }, change) {
    const rows = await cub.units.setChangeSet(unitsOf(names), '-');
    refuseFailures(rows, `closing the change set ${change.name}`);
  },

  revision: (tutorial, change) => `ChangeSet:${full(tutorial, change)}`,

  async takeBack(tutorial, change, why) {
    const { cub, names } = tutorial;
    const before = `Before:ChangeSet:${full(tutorial, change)}`;
    refuseFailures(await cub.units.restoreAll(unitsOf(names), before, why), 'taking the change back');
  },

  async finish() {},

  async leftOpen(tutorial, change) {
    const id = await idOf(tutorial, change);
    const hub = await lookAtHub(tutorial);
    return id !== undefined && hub.units.some(({ changeSetId }) => changeSetId === id);
  },
};

/** Closes a change set again on the units that it could be opened on. */
async function letGo({ cub }: Tutorial, rows: readonly BulkRow[]): Promise<void> {
  const opened = rows.flatMap((row) => (row.Error || !row.Unit ? [] : [row.Unit.UnitID]));
  if (opened.length === 0) return;
  await cub.units.setChangeSet({ space: '*', where: isOneOf('UnitID', opened) }, '-');
}

function full({ names }: Tutorial, change: AtomicChange): string {
  return `${names.base}/${change.name}`;
}

async function idOf({ cub, names }: Tutorial, change: AtomicChange): Promise<string | undefined> {
  return (await cub.changeSets.list(names.base)).find(({ slug }) => slug === change.name)?.id;
}
