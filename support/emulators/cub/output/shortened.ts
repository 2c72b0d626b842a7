/** A text cut to `length` characters, with `...` where something was cut. */
export function shortened(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length - 3)}...` : text;
}
