import { inParallel } from '../../cub/in-parallel';
import { namespaceName, serviceConfig } from '../config';
import { type HubView, lookAtHub } from '../hub';
import { REGIONS, type Region, regionFacts } from '../regions';
import { SERVICES } from '../services';
import type { Tutorial } from '../tutorial';
import { checkRunning } from './cluster';
import { type Finding, Findings } from './finding';
import { checkApplied, checkNamespace, checkUnit, checkUpstream } from './unit';

/** What a stage adds to what regions look like: settings of their services. */
export type Settings = Partial<Record<(typeof SERVICES)[number], Record<string, string>>>;

/** Stages 3 and later: each region runs both services in its namespace, with the replicas of its hours. */
export async function validateRegions(tutorial: Tutorial, settings: Settings = {}): Promise<Finding[]> {
  const findings = new Findings();
  const hub = await lookAtHub(tutorial);
  for (const region of REGIONS) checkRegionInHub(findings, tutorial, hub, region, settings);
  const inCluster = REGIONS.flatMap((region) =>
    SERVICES.map(
      (name) => () =>
        checkRunning(findings, tutorial, {
          namespace: tutorial.names.place(region),
          name,
          replicas: replicasOf(region, name),
          ...(settings[name] ? { settings: settings[name] } : {}),
        }),
    ),
  );
  await inParallel(inCluster);
  return findings.all;
}

function checkRegionInHub(
  findings: Findings,
  { names }: Tutorial,
  hub: HubView,
  region: Region,
  settings: Settings,
): void {
  const namespace = names.place(region);
  const namespaceUnit = checkUnit(findings, hub, names.infra, names.namespaceUnit(region));
  if (namespaceUnit) {
    const what = `${names.infra}/${namespaceUnit.slug}, name of the namespace`;
    findings.expect(what, namespace, namespaceName(namespaceUnit.data));
  }
  for (const slug of SERVICES) {
    const unit = checkUnit(findings, hub, namespace, slug);
    if (!unit) continue;
    const config = serviceConfig(unit.data);
    checkUpstream(findings, unit, checkUnit(findings, hub, names.base, slug));
    checkNamespace(findings, unit, namespace);
    findings.expect(`${namespace}/${slug}, replicas in ConfigHub`, replicasOf(region, slug), config.replicas);
    for (const [name, value] of Object.entries(settings[slug] ?? {})) {
      findings.expect(`${namespace}/${slug}, ${name} in ConfigHub`, value, config.settings[name]);
    }
    checkApplied(findings, unit);
  }
}

function replicasOf(region: Region, slug: string): number {
  return slug === 'trade-service' ? regionFacts[region].replicas : 1;
}
