import type { Host } from '../host';

/** Trims line breaks around a text and ends it with one: how every message and document is printed. */
export function line(text: string): string {
  return `${text.replace(/^\n+|\n+$/g, '')}\n`;
}

/** Prints messages of one command; a quiet one is told by its caller. */
export class Printer {
  constructor(private readonly host: Host) {}

  /** One message, with exactly one line break after it. */
  say(text: string): void {
    this.host.out(line(text));
  }

  /** Text as it is. */
  raw(text: string): void {
    this.host.out(text);
  }
}
