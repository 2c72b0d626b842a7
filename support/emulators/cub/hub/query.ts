export type Query = Readonly<Record<string, string | boolean | undefined>>;

/** Escapes as Go's `url.QueryEscape`: only letters, digits, `-_.~` stay, a space becomes `+`. */
function queryEscape(text: string): string {
  return encodeURIComponent(text)
    .replace(/[!'()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`)
    .replace(/%20/g, '+');
}

/** The query part of a URL (with its `?`), sorted by key; what is undefined or empty is left out. */
export function encodeQuery(query: Query): string {
  const pairs = Object.entries(query)
    .filter(([, value]) => value !== undefined && value !== '')
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([key, value]) => `${queryEscape(key)}=${queryEscape(String(value))}`);
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}
