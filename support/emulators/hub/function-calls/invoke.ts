import { assertMayChange } from '../change-sets/lock';
import { toResponseError } from '../entities/bulk';
import { functionSignatures, invokeFunctions } from '../functions/index';
import type { InvokeOutcome } from '../functions/model';
import { markLocal } from '../merge/index';
import { selectRevision } from '../revisions/select-revision';
import { Answer, type Call } from '../routing/route';
import { numberKey } from '../store/tables';
import { changeUnit, nextMutation } from '../units/change-unit';
import type { Unit } from '../units/model';
import { functionContext } from './context';
import type { InvokeRequest } from './read-invocations';
import { renumbered } from './renumber';

/**
 * Runs functions on units: one row a unit, and a new revision for each whose data they change. A lock that stands in
 * the way of any unit refuses the whole call.
 * @throws ApiError 400
 */
export function invokeOnUnits(call: Call, units: Unit[], request: InvokeRequest): Answer {
  if (request.invocations.some((each) => functionSignatures()[each.FunctionName]?.Mutating))
    for (const unit of units) assertMayChange(call, unit);
  const rows = units.map((unit) => invokeOn(call, unit, request));
  return new Answer(rows.every((row) => row.Success) ? 200 : 207, rows);
}

interface InvokeRow {
  Success: boolean;
  Error?: object;
}

function invokeOn(call: Call, unit: Unit, request: InvokeRequest): InvokeRow {
  const revision = call.query.text('revision_id');
  try {
    const data = revision ? selectRevision(call, unit, revision).Data : unit.Data;
    const outcome = invokeFunctions(data, request.invocations, functionContext(call, unit), {
      combineValidationResults: request.combine,
      numFilters: request.numFilters,
      stopOnError: request.stopOnError,
    });
    const after =
      outcome.success && outcome.changed && !revision ? store(call, unit, request, outcome) : unit;
    return toRow(call, after, outcome);
  } catch (error) {
    return { Success: false, ...ids(call, unit), Error: toResponseError(error, 'Unit', unit.UnitID) };
  }
}

function store(call: Call, unit: Unit, request: InvokeRequest, outcome: InvokeOutcome): Unit {
  if (call.query.text('dry_run') === 'true') return unit;
  const invocation = request.invocations[outcome.mutators[0] ?? 0] ?? null;
  const mutations = markLocal(renumbered(outcome.mutations, nextMutation(unit)), call.query.flag('protect'));
  const change = { data: outcome.data, mutations, cause: { FunctionInvocation: invocation } };
  const telling = { source: 'InvokeFunctions', description: request.description };
  return call.hub.database.transact(() => changeUnit(call, unit, [change], telling));
}

function ids(call: Call, unit: Unit): object {
  const { revisions } = call.hub.database.tables;
  const [head] = revisions.by('number', numberKey(unit.UnitID, unit.HeadRevisionNum));
  const { OrganizationID, SpaceID, UnitID } = unit;
  return { OrganizationID, SpaceID, UnitID, RevisionID: head?.RevisionID };
}

function toRow(call: Call, unit: Unit, outcome: InvokeOutcome): InvokeRow {
  return {
    ...ids(call, unit),
    Success: outcome.success,
    ConfigData: Buffer.from(outcome.data).toString('base64'),
    Output: Buffer.from(JSON.stringify(outcome.output ?? null)).toString('base64'),
    OutputType: outcome.outputType,
    Mutations: outcome.mutations,
    Mutators: outcome.mutators,
    ...(outcome.errors.length > 0 && {
      Error: { Message: 'function invocation failed', Details: outcome.errors },
    }),
  } as InvokeRow;
}
