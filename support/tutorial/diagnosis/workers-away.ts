import { setTimeout as pause } from 'node:timers/promises';
import { releasesOnly } from '../../cub/capabilities';
import type { Worker } from '../../cub/workers';
import type { Tutorial } from '../tutorial';

const LOOKS = 3;
const BETWEEN_LOOKS_MS = 500;

/**
 * The tutorial's own workers that are away for longer than it takes to connect again. None where releases are pulled: a
 * puller tells ConfigHub nothing, so its worker never seems to be there.
 */
export async function workersAway(
  { cub, can, names }: Pick<Tutorial, 'cub' | 'can' | 'names'>,
  spaces: readonly string[],
): Promise<Map<string, Worker>> {
  const away = new Map<string, Worker>();
  for (const space of releasesOnly(can) ? [] : spaces) {
    for (let look = 0; look < LOOKS; look += 1) {
      if (look > 0) await pause(BETWEEN_LOOKS_MS);
      const worker = (await cub.workers.list(space)).find(
        ({ slug, condition }) => slug === names.worker(space) && condition !== 'Ready',
      );
      if (worker) away.set(space, worker);
      else away.delete(space);
      if (!worker) break;
    }
  }
  return away;
}
