import { appendFileSync } from 'node:fs';
import type { Environment } from '../environment';

/**
 * Plants the fault that `MTX_FAULT` names, if it names one, and writes each of its strikes as a line into the file
 * `MTX_FAULT_STRIKES`, if that is set.
 *
 * @throws RangeError for a name that no fault has
 */
export async function plantNamed(
  environment: Environment,
  variables: NodeJS.ProcessEnv,
): Promise<Environment> {
  const { MTX_FAULT: name, MTX_FAULT_STRIKES: file } = variables;
  if (!name) return environment;
  // Most runs plant none, and none of their processes shall load all faults.
  const { plantFault } = require('./plant') as typeof import('./plant');
  const { faults } = require('./planted') as typeof import('./planted');
  try {
    const fault = faults.find((one) => one.name === name);
    if (!fault) throw new RangeError(`MTX_FAULT is "${name}", and no fault has this name`);
    return await plantFault(environment, fault, (strike) => file && appendFileSync(file, `${strike}\n`));
  } catch (error) {
    await environment.stop();
    throw error;
  }
}
