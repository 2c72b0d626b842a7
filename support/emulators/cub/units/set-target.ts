import { Failure } from '../failure';
import type { Unit, UnitRow } from '../hub/entities';
import type { Invocation } from '../invocation';
import { NIL_ID } from '../lookup/ids';
import { findTarget } from '../lookup/targets';
import { findUnit, UNIT_INCLUDE } from '../lookup/units';
import { printForms } from '../output/results';
import { unitDetails } from './details';
import { selectedUnitsHere } from './selection';

/** `cub unit set-target`: of one unit, or of all that `--where` or `--unit` selects; `-` clears the target. */
export async function setTarget(invocation: Invocation): Promise<void> {
  const [first = '', second] = invocation.args;
  await (second === undefined ? setMany(invocation, first) : setOne(invocation, first, second));
}

async function targetPatch(invocation: Invocation, name: string): Promise<string> {
  return JSON.stringify({
    TargetID: name === '-' ? NIL_ID : (await findTarget(invocation, name)).Target.TargetID,
  });
}

async function setOne(invocation: Invocation, unitName: string, targetName: string): Promise<void> {
  const { hub, print, space } = invocation;
  const { UnitID } = await findUnit(invocation, unitName);
  const { body } = await hub.patch(
    `/space/${space.id}/unit/${UnitID}`,
    await targetPatch(invocation, targetName),
  );
  const unit = body as Unit;
  print.say(`Successfully set target of unit ${unitName} (${unit.UnitID})`);
  if (invocation.flags.on('verbose')) print.raw(unitDetails(unit, { verbose: true }));
  await printForms(invocation, 'Unit', unit);
}

async function setMany(invocation: Invocation, targetName: string): Promise<void> {
  const { flags, hub, print } = invocation;
  const where = selectedUnitsHere(invocation);
  const { body, status } = await hub.patch('/unit', await targetPatch(invocation, targetName), {
    where,
    include: UNIT_INCLUDE,
  });
  const rows = body as UnitRow[];
  const failed = rows.filter((row) => row.Error !== undefined);
  for (const row of rows) {
    if (row.Error === undefined) {
      if (row.Unit !== undefined)
        print.say(`Successfully set target of unit ${row.Unit.Slug} (${row.Unit.UnitID})`);
      if (row.Unit !== undefined && flags.on('verbose')) print.raw(unitDetails(row.Unit, { verbose: true }));
    } else if (row.Unit === undefined) print.say(`ERROR: ${row.Error.Message ?? ''}`);
    else
      print.say(
        `ERROR: Failed to set target for unit ${row.Unit.Slug} (${row.Unit.UnitID}): ${row.Error.Message ?? ''}`,
      );
  }
  const succeeded = rows.length - failed.length;
  print.say(
    status === 207
      ? `Bulk operation completed with mixed results: ${succeeded} succeeded, ${failed.length} failed out of ${rows.length} total`
      : `Bulk operation completed successfully: ${succeeded} units updated`,
  );
  await printForms(invocation, '[]UnitCreateOrUpdateResponse', rows);
  if (failed.length > 0 && succeeded === 0) throw new Failure('all bulk operations failed');
  if (failed.length > 0)
    throw new Failure(`bulk set-target partially failed: ${succeeded} succeeded, ${failed.length} failed`);
}
