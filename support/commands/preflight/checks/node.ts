import { engines } from '../../../../package.json';
import { type Check, good } from '../check';

/** Node's version; too old a one does not come as far as here. */
export const node: Check = async () => good(`Node ${process.versions.node} (${engines.node} is needed)`);
