import { upgradeAlgorithm } from '../base';
import { describeDifference } from '../config-diff';
import { deployServices } from '../deploy/stages';
import { previewUpgrade } from '../push-upgrade/preview';
import { pushUpgrade } from '../push-upgrade/push';
import type { Tutorial } from '../tutorial';

/** The heart of stage 4: the base is upgraded, the upgrade previewed, pushed, and applied. */
export async function actPushUpgrade(tutorial: Tutorial): Promise<void> {
  await upgradeAlgorithm(tutorial, 'v2');
  for (const { unit, changes } of await previewUpgrade(tutorial, 'trade-service')) {
    tutorial.narrate(`${unit.space}/${unit.slug} is behind: ${changes.map(describeDifference).join('; ')}`);
  }
  tutorial.narrate('The upgrade is pushed to all regions: in ConfigHub, not yet in the cluster.');
  await pushUpgrade(tutorial, 'trade-service');
  tutorial.narrate('Applying brings it to the cluster.');
  await deployServices(tutorial);
}
