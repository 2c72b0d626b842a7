import { listenForCopying } from './copying';
import { startFiltering } from './filtering';
import { listenForUnfolding } from './folded';
import { listenForKeys } from './keys';
import { listenForPrinting } from './printing';
import { startRouting } from './routing';

document.documentElement.classList.add('js');
listenForUnfolding();
const filters = startFiltering();
startRouting(filters);
listenForKeys(filters);
listenForCopying();
listenForPrinting();
