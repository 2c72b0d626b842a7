import { startPuller } from '../../puller/index';
import { connected } from './connected';
import type { Image } from './model';
import { isPresentTag } from './tags';

/** The puller of releases. No registry has it: it is ours, and stands in for Argo CD or Flux. */
export const pullerImages: Image = {
  isRepository: (repository) => repository === 'localhost/microtraderx/puller',
  hasTag: isPresentTag,
  program: connected(startPuller),
};
