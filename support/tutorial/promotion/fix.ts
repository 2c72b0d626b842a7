import type { Place } from '../names';
import type { Service } from '../services';
import type { Tutorial } from '../tutorial';

/** A setting that goes from place to place. */
export interface Fix {
  service: Service;
  setting: string;
  value: string;
  why: string;
}

/** Trading stops by itself when the market runs wild. */
export const circuitBreaker: Fix = {
  service: 'trade-service',
  setting: 'CIRCUIT_BREAKER',
  value: 'true',
  why: 'Hotfix: stop trading when the market runs wild',
};

/** Makes the fix at one place, in ConfigHub; nothing changes where it is made already. */
export async function fixAt({ cub, names, can }: Tutorial, fix: Fix, place: Place): Promise<void> {
  await cub.functions.call({
    on: { space: names.place(place), units: [fix.service] },
    call: ['set-env', fix.service, `${fix.setting}=${fix.value}`],
    why: fix.why,
    protect: can.protection,
  });
}
