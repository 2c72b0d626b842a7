import { all } from './elements';

/** What is inside an element of a large page stands in one text at the end of the page, see page/keep.ts. */
const LACKING = '[data-inside]';
let insides: Record<string, string> | undefined;

function insideOf(lacking: HTMLElement): string {
  insides ??= JSON.parse(document.getElementById('insides')?.textContent ?? '{}') as Record<string, string>;
  return insides[lacking.dataset.inside ?? ''] ?? '';
}

/** What is inside the element becomes elements, unless it did before. */
export function build(element: Element): void {
  const lacking = element.matches(LACKING) ? element : element.querySelector(LACKING);
  if (!(lacking instanceof HTMLElement)) return;
  const text = insideOf(lacking);
  delete lacking.dataset.inside;
  lacking.insertAdjacentHTML('beforeend', text);
}

/** Builds everything. */
export function buildAll(): void {
  for (const lacking of all(LACKING)) build(lacking);
}

/** Builds what is unfolded, from the start or later, when it comes into view; pictures as well. */
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
  for (const lacking of all(`details[open]${LACKING}, figure${LACKING}`)) coming.observe(lacking);
  // It does not bubble.
  document.addEventListener(
    'toggle',
    ({ target }) => {
      if (target instanceof HTMLElement && target.matches(LACKING)) coming.observe(target);
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
  const lacking = scenario.querySelector<HTMLElement>(LACKING);
  return `${scenario.textContent ?? ''} ${lacking ? withoutTags(insideOf(lacking)) : ''}`;
}

function withoutTags(markup: string): string {
  return markup
    .replace(/<[^>]*>/g, '')
    .replace(/&#(\d+);/g, (_all, code) => String.fromCharCode(Number(code)));
}
