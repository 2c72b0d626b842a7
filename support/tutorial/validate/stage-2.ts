import { ENVIRONMENTS } from '../environments';
import { lookAtHub } from '../hub';
import type { Tutorial } from '../tutorial';
import { checkRunning } from './cluster';
import { type Finding, Findings } from './finding';
import { checkApplied, checkUnit, checkUpstream } from './unit';

/** Stage 2: each environment has a clone; production runs, dev and staging were never applied. */
export async function validateEnvironments(tutorial: Tutorial): Promise<Finding[]> {
  const { names } = tutorial;
  const findings = new Findings();
  const hub = await lookAtHub(tutorial);
  const upstream = checkUnit(findings, hub, names.hello, 'reference-data');
  for (const environment of ENVIRONMENTS) {
    const unit = checkUnit(findings, hub, names.environment(environment), 'reference-data');
    if (!unit) continue;
    checkUpstream(findings, unit, upstream);
    if (environment === 'prod') checkApplied(findings, unit);
    else {
      findings.expect(`${unit.space}/reference-data, revision in the cluster`, 'none', unit.live || 'none');
    }
  }
  await checkRunning(findings, tutorial, { namespace: names.hello, name: 'reference-data', replicas: 1 });
  return findings.all;
}
