import { functionContext } from '../function-calls/context';
import { invokeFunctions } from '../functions/index';
import type { InvokeOutcome } from '../functions/model';
import type { Call } from '../routing/route';
import type { Unit } from '../units/model';
import type { Trigger } from './model';

/** Calls a trigger's function on a unit as it is now. */
export function runTrigger(call: Call, unit: Unit, trigger: Trigger): InvokeOutcome {
  const invocation = { FunctionName: trigger.FunctionName, Arguments: trigger.Arguments };
  return invokeFunctions(unit.Data, [invocation], functionContext(call, unit));
}
