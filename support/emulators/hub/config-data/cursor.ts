/** Walks a text from front to back and hands out every character exactly once. */
export class Cursor {
  position = 0;
  private line = 1;
  private counted = 0;

  constructor(readonly text: string) {}

  /** The text from here up to `end`. */
  take(end: number): string {
    const taken = this.text.slice(this.position, end);
    this.position = Math.max(this.position, end);
    return taken;
  }

  /** The rest of the line with its newline; nothing at the start of a line. */
  takeLine(): string {
    if (this.position === 0 || this.text[this.position - 1] === '\n') return '';
    const newline = this.text.indexOf('\n', this.position);
    return this.take(newline < 0 ? this.text.length : newline + 1);
  }

  /** The next character that is neither space nor part of a comment. */
  nextSign(): number {
    let at = this.position;
    while (at < this.text.length) {
      const sign = this.text[at] as string;
      if (sign === '#') {
        const newline = this.text.indexOf('\n', at);
        at = newline < 0 ? this.text.length : newline;
      } else if (!' \t\r\n'.includes(sign)) return at;
      else at += 1;
    }
    return at;
  }

  /** Where the line of `position` starts. */
  lineStart(position: number): number {
    return this.text.lastIndexOf('\n', position - 1) + 1;
  }

  /** 1-based line number of `position`; to be asked in ascending order. */
  lineAt(position: number): number {
    for (; this.counted < position; this.counted += 1) if (this.text[this.counted] === '\n') this.line += 1;
    return this.line;
  }
}
