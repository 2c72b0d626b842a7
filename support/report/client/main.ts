import { listenForCopying } from './copying';
import { startFiltering } from './filtering';
import { listenForUnfolding } from './folded';
import { listenForKeys } from './keys';
import { listenForPrinting } from './printing';
import { startRouting } from './routing';

document.documentElement.classList.add('js');
listenForUnfolding();
const filters = startFiltering();
const goTo = startRouting(filters);
listenForKeys(filters, goTo);
listenForCopying();
listenForPrinting();
