import { Failure } from '../failure';
import type { ActionRow, QueuedOperation } from '../hub/entities';
import type { Invocation } from '../invocation';
import { filterQuery } from '../lookup/filters';
import { getUnit, UNIT_INCLUDE } from '../lookup/units';
import { printForms } from '../output/results';
import { revisionQuery } from './apply';
import { awaitAction } from './await-action';
import { waits } from './gates';
import { selectedUnitsHere } from './selection';

/**
 * Applies all selected units and waits for each. Fails when one could not be queued, failed, or did not end in time,
 * after all of them were heard.
 */
export async function applySelected(invocation: Invocation): Promise<void> {
  const { flags, hub, print } = invocation;
  const selecting =
    flags.text('where') !== '' || flags.list('unit').length > 0 || flags.text('filter') !== '';
  if (flags.list('unit').length > 0 && flags.text('where') !== '') {
    throw new Failure('--unit and --where flags are mutually exclusive');
  }
  if (!selecting) throw new Failure('either --unit or --where flag is required for bulk apply');
  const { body } = await hub.post('/unit/apply', undefined, {
    where: selectedUnitsHere(invocation),
    include: UNIT_INCLUDE,
    dry_run: flags.on('dry-run') ? 'true' : undefined,
    revision: await revisionQuery(invocation),
    ...(await filterQuery(invocation)),
  });
  const rows = body as ActionRow[];
  if (rows.length === 0) {
    if (!flags.on('quiet')) print.say('No units found matching the filter');
    await printForms(invocation, '[]UnitActionResponse', rows);
    return;
  }
  const queued = rows.flatMap(({ Action, Error: error }) =>
    error === undefined && Action !== undefined ? [Action] : [],
  );
  const refused = rows.flatMap(({ Error: error }) => (error === undefined ? [] : [error]));
  if (!flags.on('quiet')) {
    for (const error of refused) {
      const unitId = error.ErrorMetadata?.EntityID;
      print.say(
        unitId ? `Failed to apply unit ${unitId}: ${error.Message ?? ''}` : `Failed: ${error.Message ?? ''}`,
      );
    }
    if (!waits(invocation)) await tellQueued(invocation, queued);
    print.raw('\n');
    print.say(summary(flags.on('dry-run'), queued.length, refused.length));
    print.say(`Total units processed: ${rows.length}`);
  }
  const unsuccessful = await awaitAll(invocation, queued);
  await printForms(invocation, '[]UnitActionResponse', rows);
  const failures = refused.length + unsuccessful;
  if (failures > 0)
    throw new Failure(`bulk apply partially failed: ${rows.length - failures} succeeded, ${failures} failed`);
}

async function tellQueued(invocation: Invocation, queued: QueuedOperation[]): Promise<void> {
  for (const { UnitID, SpaceID } of queued) {
    const { Unit: unit } = await getUnit(invocation, SpaceID, UnitID, 'Slug');
    invocation.print.say(`Queued apply for unit ${unit.Slug} (${UnitID})`);
  }
}

function summary(dryRun: boolean, queued: number, refused: number): string {
  const [title, good, bad] = dryRun
    ? ['Dry run completed (no changes made)', 'Units that would be applied', 'Units that would fail']
    : ['Bulk apply completed', 'Units queued for apply', 'Units failed'];
  return `${title}\n${good}: ${queued}${refused > 0 ? `\n${bad}: ${refused}` : ''}`;
}

/** How many of the queued operations did not end well. */
async function awaitAll(invocation: Invocation, queued: QueuedOperation[]): Promise<number> {
  const { flags, print } = invocation;
  if (!waits(invocation) || flags.on('dry-run') || queued.length === 0) return 0;
  if (!flags.on('quiet')) print.raw(`\nWaiting for ${queued.length} operation(s) to complete...\n`);
  let unsuccessful = 0;
  for (const operation of queued) {
    try {
      await awaitAction(invocation, operation);
    } catch (error) {
      unsuccessful += 1;
      if (!flags.on('quiet')) print.say(`Warning: ${(error as Error).message}`);
    }
  }
  return unsuccessful;
}
