/** Buttons with `data-copy` put that text on the clipboard, or without a text the diff or command that they stand at. */
export function listenForCopying(): void {
  document.addEventListener('click', (event) => {
    const button = (event.target as HTMLElement).closest<HTMLButtonElement>('button[data-copy]');
    if (!button) return;
    const label = button.textContent;
    copy(button.dataset.copy || textAt(button)).then(
      () => announce(button, 'copied', label),
      () => announce(button, 'not allowed', label),
    );
  });
}

function textAt(button: HTMLElement): string {
  const details = button.closest('details');
  return (details?.querySelector('.diff') ?? details?.querySelector('summary code'))?.textContent ?? '';
}

function announce(button: HTMLButtonElement, text: string, label: string | null): void {
  button.textContent = text;
  setTimeout(() => {
    button.textContent = label;
  }, 1200);
}

/** Pages opened from disk may lack the clipboard interface; selecting and copying works there, too. */
async function copy(text: string): Promise<void> {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const area = document.createElement('textarea');
  area.value = text;
  document.body.append(area);
  area.select();
  const done = document.execCommand('copy');
  area.remove();
  if (!done) throw new Error('copying is not allowed');
}
