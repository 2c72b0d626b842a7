import { giveSetting } from './edit';
import type { Service } from './services';
import type { Tutorial } from './tutorial';

/** Upgrades the trading algorithm in the base, in ConfigHub only. */
export async function upgradeAlgorithm(tutorial: Tutorial, version: string): Promise<void> {
  const unit = { space: tutorial.names.base, service: 'trade-service' as Service };
  tutorial.narrate(`The base gets trading algorithm ${version}.`);
  await giveSetting(tutorial, unit, 'TRADING_ALGORITHM', version, { why: `Trading algorithm ${version}` });
}
