import type { Call } from '../routing/route';
import type { Unit } from '../units/model';
import { runTrigger } from './run-trigger';
import { triggersOf } from './triggers-of';

/** What validating triggers say of a unit: names "<trigger>/<function>" of checks that it does not pass. */
export type Verdicts = Pick<Unit, 'ApplyGates' | 'ApplyWarnings'>;

/**
 * The verdicts on a unit as its data and approvals are now. A gate refuses apply, a warning does not. A check that
 * cannot be carried out has not been passed. In the order of the triggers' names.
 */
export function verdictsOn(call: Call, unit: Unit): Verdicts {
  const verdicts: Verdicts = { ApplyGates: {}, ApplyWarnings: {} };
  const checks = triggersOf(call, unit, ['Mutation']).filter((each) => each.Validating);
  for (const trigger of checks.sort((a, b) => (a.Slug < b.Slug ? -1 : 1))) {
    const outcome = runTrigger(call, unit, trigger);
    if (outcome.success && outcome.passed === true) continue;
    const where = trigger.Warn ? verdicts.ApplyWarnings : verdicts.ApplyGates;
    where[`${trigger.Slug}/${trigger.FunctionName}`] = true;
  }
  return verdicts;
}
