/** Text that is markup already and may stand in a page as it is. */
export class Html {
  constructor(readonly markup: string) {}
}

type Part = Html | string | number | undefined | false | readonly Part[];

/** Makes markup of a template; each value in it is escaped unless it is `Html` itself. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const rest = parts.map((part, index) => markupOf(part) + (strings[index + 1] ?? ''));
  return new Html((strings[0] ?? '') + rest.join(''));
}

function markupOf(part: Part): string {
  if (part === undefined || part === false) return '';
  if (part instanceof Html) return part.markup;
  if (Array.isArray(part)) return part.map(markupOf).join('');
  return escapeHtml(String(part));
}

/** Markup of a text that stands between tags, never in an attribute: quotes, of which outputs are full, stay short. */
export function between(text: string): Html {
  return new Html(text.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`));
}

/** A text as it may stand anywhere in markup. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
