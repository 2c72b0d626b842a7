import { deployServices } from '../deploy/stages';
import { backFill, bringBaseInLine, emergencyBypass } from '../promotion/bypass';
import { circuitBreaker } from '../promotion/fix';
import { PROMOTION_ORDER } from '../regions';
import type { Tutorial } from '../tutorial';

/** The heart of stage 7: EU to Asia past the US, then the US back-filled and the base brought in line. */
export async function actEmergencyBypass(tutorial: Tutorial): Promise<void> {
  await emergencyBypass(tutorial, circuitBreaker, 'eu', 'asia');
  tutorial.narrate('All is quiet again. The US, which was left alone, is back-filled.');
  await backFill(tutorial, circuitBreaker, 'eu', 'us');
  await bringBaseInLine(tutorial, circuitBreaker);
  await deployServices(tutorial, PROMOTION_ORDER, ['trade-service']);
}
