import { all } from './elements';

/**
 * In a large page what is inside a scenario stands there as text, which a browser reads many times faster than elements.
 * It becomes elements when somebody looks.
 */
const TEXT = ':scope > script[type="text/html"]';

/** What is inside the scenario becomes elements, if it is text still. */
export function build(scenario: Element): void {
  const details = scenario.querySelector(':scope > details');
  const text = details?.querySelector(TEXT);
  if (!text) return;
  text.insertAdjacentHTML('afterend', text.textContent ?? '');
  text.remove();
}

/** Builds each scenario that is unfolded, by whatever means, or is unfolded and comes into view. */
export function listenForUnfolding(): void {
  const coming = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        build(target);
        coming.unobserve(target);
      }
    },
    { rootMargin: '100%' },
  );
  for (const text of all(`.scenario > details[open] > script[type="text/html"]`))
    coming.observe(text.closest('.scenario') as HTMLElement);
  // It does not bubble.
  document.addEventListener(
    'toggle',
    ({ target }) => {
      const scenario = (target as HTMLElement).closest('.scenario');
      if (scenario && target === scenario.querySelector(':scope > details')) build(scenario);
    },
    true,
  );
}

/** The element with that id; when it is a step inside a folded scenario, that is built first. */
export function elementOf(id: string): HTMLElement | null {
  const scenario = document.getElementById(id.replace(/\.\d+$/, ''));
  if (scenario?.matches('.scenario')) build(scenario);
  return document.getElementById(id);
}

/** All that a scenario says, built or not. */
export function textOf(scenario: HTMLElement): string {
  const text = scenario.querySelector(`details${TEXT.replace(':scope', '')}`);
  if (!text) return scenario.textContent ?? '';
  const summary = scenario.querySelector('summary')?.textContent ?? '';
  return `${summary} ${withoutTags(text.textContent ?? '')}`;
}

function withoutTags(markup: string): string {
  return markup
    .replace(/<[^>]*>/g, '')
    .replace(/&#(\d+);/g, (_all, code) => String.fromCharCode(Number(code)));
}
