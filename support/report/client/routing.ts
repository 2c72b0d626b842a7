import { all, pages } from './elements';
import type { Filters } from './filtering';
import { elementOf } from './folded';

/** Goes to a page, a scenario or a step, and shows it at once. */
export type GoTo = (id: string) => void;

/** Shows the page that the address names, opens the scenario or step that it names, and follows the filters. */
export function startRouting(filters: Filters): GoTo {
  let shown: string | undefined;
  const show = (): void => {
    shown = location.hash;
    const id = decodeURIComponent(shown.slice(1)) || 'overview';
    const target = elementOf(id);
    const page = target?.closest('.page') ?? document.getElementById('overview');
    for (const candidate of pages()) candidate.classList.toggle('shown', candidate === page);
    for (const link of all('nav a'))
      if (link.getAttribute('href') === `#${page?.id}`) link.setAttribute('aria-current', 'page');
      else link.removeAttribute('aria-current');
    if (target && target !== page && page?.contains(target)) reveal(target);
    else window.scrollTo(0, 0);
  };
  const follow = (): void => {
    if (location.hash === shown) return;
    if (filters.active()) filters.clear();
    show();
  };
  window.addEventListener('hashchange', follow);
  show();
  return (id) => {
    location.hash = id;
    // The browser tells of it only after what else was done meanwhile, like the next key.
    follow();
  };
}

/** Unfolds whatever holds the element, and brings it into view. */
export function reveal(element: HTMLElement): void {
  const own = element.matches('.scenario') ? element.querySelector('details') : null;
  if (own) own.open = true;
  for (let above = element.parentElement; above; above = above.parentElement)
    if (above instanceof HTMLDetailsElement) above.open = true;
  element.scrollIntoView({ block: 'start' });
  element.focus({ preventScroll: true });
}
