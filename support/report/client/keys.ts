import { all, byId, scenarios } from './elements';
import type { Filters } from './filtering';
import type { GoTo } from './routing';

/** Single keys, when the reader is not typing: see the dialog behind `?`. */
export function listenForKeys(filters: Filters, goTo: GoTo): void {
  const help = byId('help') as HTMLDialogElement;
  const actions: Record<string, () => void> = {
    '/': () => filters.focusSearch(),
    '?': () => help.showModal(),
    j: () => step(1),
    k: () => step(-1),
    o: () => toggle(),
    f: () => filters.onlyFailed(),
  };
  for (const button of all('[data-help]')) button.addEventListener('click', () => help.showModal());
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape' && !help.open) {
      filters.clear();
      (document.activeElement as HTMLElement | null)?.blur();
      return;
    }
    if ((event.target as HTMLElement).closest('input, select, textarea, dialog')) return;
    const page = pageOf(event.key);
    const action = actions[event.key] ?? (page && (() => goTo(page)));
    if (!action) return;
    event.preventDefault();
    action();
  });
}

/** The page that a digit stands for, when this report has it. */
function pageOf(key: string): string | undefined {
  if (!/^[0-9]$/.test(key)) return undefined;
  const id = key === '0' ? 'overview' : `stage-${key}`;
  return document.getElementById(id) ? id : undefined;
}

function visible(): HTMLElement[] {
  return scenarios().filter((scenario) => scenario.getClientRects().length > 0);
}

function current(): HTMLElement | null {
  return document.activeElement?.closest<HTMLElement>('.scenario') ?? null;
}

function step(by: 1 | -1): void {
  const list = visible();
  const here = current();
  const index = here ? list.indexOf(here) + by : by === 1 ? 0 : list.length - 1;
  const next = list[Math.max(0, Math.min(list.length - 1, index))];
  next?.focus({ preventScroll: true });
  next?.scrollIntoView({ block: 'nearest' });
}

function toggle(): void {
  const details = current()?.querySelector('details');
  if (details) details.open = !details.open;
}
