import { Html, html } from './html';

/**
 * What is inside the scenarios and pictures of a large page is kept as one text at its end, which a browser reads many
 * times faster than elements; it becomes elements when somebody looks (see client/folded.ts).
 */
export class Keep {
  private readonly texts: Record<string, string> = {};

  /** @param large whether anything is kept so; else all stands where it belongs */
  constructor(private readonly large: boolean) {}

  /** What stands in the page for this content. */
  inside(id: string, content: Html): Html | false {
    if (!this.large) return content;
    this.texts[id] = content.markup;
    return false;
  }

  /** The attribute of an element that lacks its content. */
  mark(id: string): Html | false {
    return this.large && html` data-inside="${id}"`;
  }

  /** All that was kept, as an element; escaped so that nothing in it ends a script. */
  kept(): Html | false {
    if (!this.large) return false;
    const json = JSON.stringify(this.texts).replace(/<([/!])/g, (_all, next) =>
      next === '/' ? '<\\/' : '<\\u0021',
    );
    return new Html(`<script type="application/json" id="insides">${json}</script>`);
  }
}
