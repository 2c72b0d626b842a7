import { all } from './elements';
import { buildAll } from './folded';

/** On paper every scenario is unfolded; outputs of commands stay folded. */
export function listenForPrinting(): void {
  let opened: HTMLDetailsElement[] = [];
  window.addEventListener('beforeprint', () => {
    buildAll();
    opened = all<HTMLDetailsElement>(
      '.scenario > details:not([open]), #overview > details:not([open]), #overview > ul > li > details:not([open])',
    );
    for (const details of opened) details.open = true;
  });
  window.addEventListener('afterprint', () => {
    for (const details of opened) details.open = false;
  });
}
