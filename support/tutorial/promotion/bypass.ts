import { deployServices } from '../deploy/stages';
import { giveSetting } from '../edit';
import { pushUpgrade, type Upgraded } from '../push-upgrade/push';
import type { Region } from '../regions';
import type { Tutorial } from '../tutorial';
import { type Fix, fixAt } from './fix';
import { promote } from './promote';

/** An emergency: the fix is made where it burns and goes from there straight to where it will burn next. */
export async function emergencyBypass(tutorial: Tutorial, fix: Fix, from: Region, to: Region): Promise<void> {
  tutorial.narrate(`An emergency in ${from}: ${fix.why}.`);
  await fixAt(tutorial, fix, from);
  await deployServices(tutorial, [from], [fix.service]);
  await promote(tutorial, fix, from, to);
  await deployServices(tutorial, [to], [fix.service]);
}

/** Afterwards, a region that was left out gets the fix as well. */
export async function backFill(tutorial: Tutorial, fix: Fix, from: Region, to: Region): Promise<void> {
  await promote(tutorial, fix, from, to);
  await deployServices(tutorial, [to], [fix.service]);
}

/** At the end the base gets the fix, so that regions to come have it, and no region is behind the base. */
export async function bringBaseInLine(tutorial: Tutorial, fix: Fix): Promise<Upgraded[]> {
  const { names } = tutorial;
  tutorial.narrate('The base gets the fix as well, so that nobody forgets it.');
  const unit = { space: names.base, service: fix.service };
  await giveSetting(tutorial, unit, fix.setting, fix.value, { why: fix.why });
  return pushUpgrade(tutorial, fix.service);
}
