import { lookAtHub } from '../hub';
import type { Tutorial } from '../tutorial';
import { checkRunning } from './cluster';
import { type Finding, Findings } from './finding';
import { checkApplied, checkNamespace, checkUnit } from './unit';

/** Stage 1: the service is in ConfigHub, has a target, and runs. */
export async function validateHello(tutorial: Tutorial): Promise<Finding[]> {
  const { hello } = tutorial.names;
  const findings = new Findings();
  const hub = await lookAtHub(tutorial);
  for (const slug of ['ns-traderx', 'reference-data']) {
    const unit = checkUnit(findings, hub, hello, slug);
    if (!unit) continue;
    checkApplied(findings, unit);
    if (slug === 'reference-data') checkNamespace(findings, unit, hello);
  }
  await checkRunning(findings, tutorial, { namespace: hello, name: 'reference-data', replicas: 1 });
  return findings.all;
}
