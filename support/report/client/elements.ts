/** The element with that id, which the page always has. */
export function byId(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`The page lacks #${id}`);
  return element;
}

/** All elements of a selector, as an array. */
export function all<T extends HTMLElement = HTMLElement>(selector: string): T[] {
  return [...document.querySelectorAll<T>(selector)];
}

export const pages = (): HTMLElement[] => all('.page');
export const scenarios = (): HTMLElement[] => all('.scenario');
