import { Failure } from '../failure';
import { HubRefusal } from '../hub/client';
import type { FunctionArgument, FunctionRow } from '../hub/entities';
import type { Invocation } from '../invocation';
import { jqText } from '../jq/text';
import { findChangeSet } from '../lookup/change-sets';
import { filterQuery } from '../lookup/filters';
import { getUnit } from '../lookup/units';
import { findWorker } from '../lookup/workers';
import { hasOtherOutput, printForms } from '../output/results';
import { decode } from '../units/details';
import { awaitTriggers, waits } from '../units/gates';
import { selectedUnits } from '../units/selection';
import { printRows, printValues } from './output';

/** Calls one function on the selected units, prints what came of it, and waits for triggers; `announce`: and says so. */
export async function invokeFunction(
  invocation: Invocation,
  name: string,
  given: FunctionArgument[],
  announce: boolean,
): Promise<void> {
  const { flags, hub, print, space } = invocation;
  const where = selectedUnits(invocation);
  const worker = flags.text('worker');
  const workerId = worker === '' ? undefined : (await findWorker(invocation, worker)).BridgeWorkerID;
  const changeset = flags.text('changeset');
  const query = {
    where,
    dry_run: flags.on('dry-run') ? 'true' : undefined,
    protect: flags.on('protect') ? 'true' : undefined,
    resource_type: flags.text('resource-type'),
    where_data: flags.text('where-data'),
    change_set_id: changeset === '' ? undefined : (await findChangeSet(invocation, changeset)).ChangeSetID,
    ...(await filterQuery(invocation)),
  };
  const request = {
    BridgeWorkerID: workerId ?? null,
    CastStringArgsToScalars: true,
    ...(flags.text('change-desc') === '' ? {} : { ChangeDescription: flags.text('change-desc') }),
    ...(flags.on('combine') ? { CombineResults: true } : {}),
    FunctionInvocations: [{ Arguments: given.length === 0 ? null : given, FunctionName: name }],
    ...(flags.on('use-worker') ? { UseFunctionWorker: true } : {}),
  };
  const path = space.id === '*' ? '/function/invoke' : `/space/${space.id}/function/invoke`;
  const { body } = await hub.post(path, request, query).catch((error: unknown) => {
    const onOrganization = space.id === '*' && error instanceof HubRefusal;
    throw onOrganization ? new Failure(`failed to invoke function on org: ${error.message}`) : error;
  });
  const rows = body as FunctionRow[];
  await show(invocation, rows);
  if (waits(invocation)) {
    if (announce) print.say('Awaiting triggers...');
    for (const row of rows)
      await awaitTriggers(invocation, (await getUnit(invocation, row.SpaceID, row.UnitID)).Unit);
  }
  const failed = rows.filter((row) => row.Success !== true);
  if (failed.length > 0) throw new Failure(`${name} failed on ${failed.length} of ${rows.length} units`);
}

async function show(invocation: Invocation, rows: FunctionRow[]): Promise<void> {
  const { flags, print } = invocation;
  const program = flags.text('output-jq');
  if (!hasOtherOutput(invocation) && program === '') printRows(invocation, rows);
  await printForms(invocation, '[]FunctionInvocationsResponse', rows);
  for (const row of rows) {
    const output = decode(row.Output);
    if (output === '' || output.trim() === 'null') continue;
    if (program !== '') print.raw(await jqText(JSON.parse(output), program));
    if (flags.on('output-values-only')) printValues(invocation, output);
  }
}
