import { tokyoSettings } from '../change-sets/atomic-change';
import { serviceConfig } from '../config';
import { lookAtHub } from '../hub';
import { REGIONS } from '../regions';
import { SERVICES } from '../services';
import type { Tutorial } from '../tutorial';
import { type Finding, Findings } from './finding';
import { validateRegions } from './regions';

/** Stage 4: the base and all regions trade with the new algorithm. */
export async function validatePushUpgrade(tutorial: Tutorial): Promise<Finding[]> {
  return [
    ...(await checkBase(tutorial, 'TRADING_ALGORITHM', 'v2')),
    ...(await validateRegions(tutorial, { 'trade-service': { TRADING_ALGORITHM: 'v2' } })),
  ];
}

/** Stage 6: both services have the Tokyo feed, and no unit is locked any more. */
export async function validateAtomicUpdate(tutorial: Tutorial): Promise<Finding[]> {
  const findings = new Findings();
  const hub = await lookAtHub(tutorial);
  for (const region of REGIONS) {
    for (const service of SERVICES) {
      const unit = hub.find(tutorial.names.place(region), service);
      if (!unit?.changeSetId) continue;
      findings.expect(`${unit.space}/${unit.slug}, change set`, 'closed', 'open');
    }
  }
  return [...findings.all, ...(await validateRegions(tutorial, tokyoSettings))];
}

/** Stage 7: the circuit breaker is in the base and in all regions. */
export async function validateEmergencyBypass(tutorial: Tutorial): Promise<Finding[]> {
  return [
    ...(await checkBase(tutorial, 'CIRCUIT_BREAKER', 'true')),
    ...(await validateRegions(tutorial, { 'trade-service': { CIRCUIT_BREAKER: 'true' } })),
  ];
}

async function checkBase(tutorial: Tutorial, setting: string, value: string): Promise<Finding[]> {
  const findings = new Findings();
  const { base } = tutorial.names;
  const unit = (await lookAtHub(tutorial)).find(base, 'trade-service');
  const found = unit && serviceConfig(unit.data).settings[setting];
  findings.expect(`${base}/trade-service, ${setting} in ConfigHub`, value, found);
  return findings.all;
}
