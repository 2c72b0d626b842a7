import { appendFileSync, readFileSync } from 'node:fs';
import type { Environment } from '../environment';
import type { Strike } from './plant/strikes';

/** What a fault altered in a scenario: a line of the file `MTX_FAULT_STRIKES`. */
export interface ScenarioStrike {
  scenario: string;
  strike: Strike;
}

/** An environment in which scenarios meet faults. */
export interface FaultyEnvironment {
  environment: Environment;
  /** Plants the fault that a scenario is to meet; the environment as the scenario meets it, if it is to meet one. */
  plantFor(scenario: string): Environment | undefined;
}

/**
 * Prepares for the faults that scenarios are to meet, if any. The file `MTX_FAULTS` says which: a JSON object, names of
 * scenarios with the names of their faults. What each fault alters is written into the file `MTX_FAULT_STRIKES`, if that
 * is set, a JSON object a line.
 *
 * @throws RangeError for a name that no fault has
 */
export async function plantNamed(
  environment: Environment,
  { MTX_FAULTS, MTX_FAULT_STRIKES: file }: NodeJS.ProcessEnv,
): Promise<FaultyEnvironment> {
  if (!MTX_FAULTS) return { environment, plantFor: () => undefined };
  try {
    const faultOf = faultsOf(JSON.parse(readFileSync(MTX_FAULTS, 'utf8')) as Record<string, string>);
    const { prepareForFaults } = require('./plant') as typeof import('./plant');
    const bed = await prepareForFaults(environment);
    return {
      environment: bed.environment,
      plantFor(scenario) {
        const fault = faultOf.get(scenario);
        const line = (strike: Strike) => `${JSON.stringify({ scenario, strike } satisfies ScenarioStrike)}\n`;
        return fault && bed.plant(fault, (strike) => file && appendFileSync(file, line(strike)));
      },
    };
  } catch (error) {
    await environment.stop();
    throw error;
  }
}

/** Most runs plant none, and none of their processes shall load all faults. */
function faultsOf(named: Record<string, string>) {
  const { faults } = require('./planted') as typeof import('./planted');
  return new Map(
    Object.entries(named).map(([scenario, name]) => {
      const fault = faults.find((one) => one.name === name);
      if (!fault) throw new RangeError(`MTX_FAULTS names "${name}", and no fault has this name`);
      return [scenario, fault];
    }),
  );
}
