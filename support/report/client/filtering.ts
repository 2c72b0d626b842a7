import { all, byId, pages, scenarios } from './elements';
import { textOf } from './folded';

/** The search box, the status chips and the tag list, taken together. */
export interface Filters {
  active(): boolean;
  clear(): void;
  onlyFailed(): void;
  focusSearch(): void;
  onChange(listener: () => void): void;
}

/** Hides the scenarios that do not match, and the chapters and pages that are left without one. */
export function startFiltering(): Filters {
  const form = byId('filters') as HTMLFormElement;
  const search = form.elements.namedItem('text') as HTMLInputElement;
  const texts = new Map<HTMLElement, string>();
  const listeners: Array<() => void> = [];

  const wanted = () => {
    const data = new FormData(form);
    return {
      words: String(data.get('text')).toLowerCase().split(/\s+/).filter(Boolean),
      statuses: data.getAll('status'),
      tag: String(data.get('tag')),
    };
  };
  const wordsOf = (scenario: HTMLElement): string => {
    const known = texts.get(scenario) ?? textOf(scenario).toLowerCase();
    texts.set(scenario, known);
    return known;
  };
  const active = (): boolean => {
    const { words, statuses, tag } = wanted();
    return words.length > 0 || statuses.length > 0 || tag !== '';
  };
  const apply = (): void => {
    const { words, statuses, tag } = wanted();
    for (const scenario of scenarios())
      scenario.hidden =
        (statuses.length > 0 && !statuses.includes(scenario.dataset.status ?? '')) ||
        (tag !== '' && !(scenario.dataset.tags ?? '').split(' ').includes(tag)) ||
        !words.every((word) => wordsOf(scenario).includes(word));
    const filtering = active();
    document.body.classList.toggle('filtering', filtering);
    for (const part of [...all('[data-feature]'), ...pages()])
      part.classList.toggle('no-match', filtering && !part.querySelector('.scenario:not([hidden])'));
    byId('nothing').hidden = !filtering || scenarios().some((scenario) => !scenario.hidden);
    for (const listener of listeners) listener();
  };
  const clear = (): void => {
    form.reset();
    apply();
  };

  form.addEventListener('input', apply);
  form.addEventListener('submit', (event) => event.preventDefault());
  for (const button of all('[data-clear]')) button.addEventListener('click', clear);
  return {
    active,
    clear,
    onlyFailed() {
      form.reset();
      for (const box of all<HTMLInputElement>('input[name=status]')) box.checked = box.value === 'failed';
      apply();
    },
    focusSearch: () => search.focus(),
    onChange: (listener) => listeners.push(listener),
  };
}
