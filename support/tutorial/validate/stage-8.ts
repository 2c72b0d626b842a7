import { lookAtHub } from '../hub';
import { railsThere, railsWanted, ruleOf } from '../rails/put-up';
import { REGIONS } from '../regions';
import { SERVICES } from '../services';
import type { Tutorial } from '../tutorial';
import { type Finding, Findings } from './finding';
import { validateRegions } from './regions';
import { nameOf } from './unit';

/** Stage 8: every region has its rails, and none of its units is held back. */
export async function validateGuardRails(tutorial: Tutorial): Promise<Finding[]> {
  const findings = new Findings();
  const there = await railsThere(tutorial);
  for (const wanted of railsWanted(tutorial)) {
    const found = there.find(({ space, slug }) => space === wanted.space && slug === wanted.slug);
    findings.expect(`${wanted.space}, rail ${wanted.slug}`, ruleOf(wanted), found && ruleOf(found));
  }
  const hub = await lookAtHub(tutorial);
  for (const region of REGIONS) {
    for (const service of SERVICES) {
      const unit = hub.find(tutorial.names.place(region), service);
      if (unit) findings.expect(`${nameOf(unit)}, closed gates`, 'none', unit.gates.join(', ') || 'none');
    }
  }
  return [...findings.all, ...(await validateRegions(tutorial))];
}
