import { deploy } from '../deploy/roll-out';
import { REGIONS } from '../regions';
import type { Tutorial } from '../tutorial';
import { applyAsOne } from './apply-as-one';
import { approveWaiting } from './approve';

/** Stage 8: the namespaces of the regions first; then both services, once what waits for it was approved. */
export async function deployGuarded(tutorial: Tutorial): Promise<void> {
  const { names } = tutorial;
  tutorial.narrate('Namespaces come first. The services are production: they need an approval.');
  await deploy(tutorial, { space: names.infra, units: REGIONS.map((region) => names.namespaceUnit(region)) });
  await approveWaiting(tutorial);
  await applyAsOne(tutorial);
}
