import { startWorker } from '../../worker/index';
import { connected } from './connected';
import type { Image } from './model';
import { isPresentTag } from './tags';

/** The ConfigHub worker under any registry and tag, but for tags that say they are missing. */
export const workerImages: Image = {
  isRepository: (repository) => /\/confighubai\/confighub-worker$/.test(repository),
  hasTag: isPresentTag,
  program: connected(startWorker),
};
