const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const TIME = /\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d+)?(?: \+0000 UTC|Z)?/g;
const SECRET = /(?<![\w-])(?=[\w-]*[A-Z])(?=[\w-]*[a-z])(?=[\w-]*\d)[\w-]{32}(?![\w-])/g;

/**
 * Replaces what differs from run to run: ids (numbered, so that a mix-up still shows), request ids, times, secrets and the
 * side's folder. Where a time stood the layout varies with its length, so runs of spaces count as two there.
 */
export function normalise(text: string, folder: string): string {
  const ids = new Map<string, string>();
  const numbered = (id: string) => {
    if (id === '00000000-0000-0000-0000-000000000000') return id;
    if (!ids.has(id)) ids.set(id, `<id ${ids.size + 1}>`);
    return ids.get(id) as string;
  };
  const plain = text
    .replaceAll(folder, '<folder>')
    // The real one asks for fields in random order.
    .replace(/select=[\w%.]+/g, 'select=<fields>')
    .replace(/for req [0-9a-f-]{36}/g, 'for req <request>')
    .replace(ID, numbered)
    .replace(TIME, (time) => (time.startsWith('0001-01-01') ? time : '<time>'))
    .replace(SECRET, '<secret>');
  return plain.includes('<time>') ? plain.replace(/ {2,}/g, '  ').replace(/ +$/gm, '') : plain;
}
