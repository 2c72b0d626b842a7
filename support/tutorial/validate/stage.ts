import type { Names } from '../names';
import type { Stage } from '../stages';
import type { Tutorial } from '../tutorial';
import { checkConnections } from './connection';
import type { Finding } from './finding';

/** All that is not as a stage says, its worker included; that one is asked for only where the stage was set up. */
export async function validateStage(tutorial: Tutorial, stage: Stage): Promise<Finding[]> {
  const findings = await stage.validate(tutorial);
  if (findings.some(isNeverMade)) return findings;
  return [...findings, ...(await checkConnections(tutorial, [workerSpaceOf(stage, tutorial.names)]))];
}

/** Whether what was found is that a unit does not exist. */
export function isNeverMade({ expected }: Finding): boolean {
  return expected === 'a unit';
}

/** From stage 3 on one worker serves all regions. */
function workerSpaceOf({ number }: Stage, names: Names): string {
  return number < 3 ? names.hello : names.infra;
}
