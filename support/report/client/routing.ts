import { all, pages } from './elements';
import type { Filters } from './filtering';
import { elementOf } from './folded';

/** Shows the page that the address names, opens the scenario or step that it names, and follows the filters. */
export function startRouting(filters: Filters): void {
  const show = (): void => {
    const id = decodeURIComponent(location.hash.slice(1)) || 'overview';
    const target = elementOf(id);
    const page = target?.closest('.page') ?? document.getElementById('overview');
    for (const candidate of pages()) candidate.classList.toggle('shown', candidate === page);
    for (const link of all('nav a'))
      if (link.getAttribute('href') === `#${page?.id}`) link.setAttribute('aria-current', 'page');
      else link.removeAttribute('aria-current');
    if (target && target !== page && page?.contains(target)) reveal(target);
    else window.scrollTo(0, 0);
  };
  window.addEventListener('hashchange', () => {
    if (filters.active()) filters.clear();
    show();
  });
  show();
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
