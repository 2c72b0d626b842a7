/** Masks one well-known shape of secret in a text. */
export type Shape = (text: string, mask: string) => string;

/** Flags whose next argument is a secret. */
export const secretFlags = /^--?(?:[a-z-]*-)?(?:secret|token|password)$/;

const SECRET_KEY =
  '(?:[A-Za-z0-9_]+_(?:SECRET|TOKEN|PASSWORD)|(?:worker|access|refresh|id|auth|bearer|client|api)[_-]?(?:secret|token)|basic_auth_password|[Ss]ecret|[Tt]oken|[Pp]assword|client-key-data)';

/** `Bearer abc` and `Basic abc`; a plain word after them ("Basic credentials") is prose unless it is long or has a digit. */
const authorization: Shape = (text, mask) =>
  text
    .replace(/(\bauthorization["']?\s*[:=]\s*["']?(?:bearer|basic)\s+)[^\s"',;]+/gi, `$1${mask}`)
    .replace(/(\b(?:Bearer|Basic)\s+)(?=[^\s"',;]*\d|[^\s"',;]{16})[A-Za-z0-9._~+/=-]{8,}/g, `$1${mask}`);

/** `CONFIGHUB_WORKER_SECRET=x`, `token: x`, `"Secret":"x"`, also with escaped quotes. */
const assignments: Shape = (text, mask) =>
  text
    .replace(new RegExp(String.raw`(\b${SECRET_KEY}=)(["']?)[^\s"'&;]+\2`, 'g'), `$1$2${mask}$2`)
    .replace(
      new RegExp(String.raw`(\\?"${SECRET_KEY}\\?"\s*:\s*\\?")((?:[^"\\]|\\(?!"))+)(\\?")`, 'g'),
      `$1${mask}$3`,
    )
    .replace(
      new RegExp(
        String.raw`(^|[\s-])(${SECRET_KEY}:[ \t]+)(?![|>{[&*]|null\b|["']?["'\s]|\d{1,2}\s*$)[^\s#][^\n]*`,
        'gm',
      ),
      `$1$2${mask}`,
    );

/** A container's or a Secret's `name: X_SECRET`, then `value: …`, as YAML and as JSON. */
const namedValues: Shape = (text, mask) =>
  text
    .replace(
      new RegExp(String.raw`(name:\s*["']?${SECRET_KEY}["']?\s*\n\s*value:\s*)[^\n]+`, 'g'),
      `$1${mask}`,
    )
    .replace(
      new RegExp(
        String.raw`(\\?"name\\?"\s*:\s*\\?"${SECRET_KEY}\\?"\s*,\s*\\?"value\\?"\s*:\s*\\?")[^"\\]+`,
        'g',
      ),
      `$1${mask}`,
    );

/** A line of a table or of `get`: `Secret    ch_…`. */
const labelled: Shape = (text, mask) =>
  text.replace(/^(\s*(?:Worker )?(?:Secret|Token|Password)(?:\s{2,}|\t))(\S{6,})\s*$/gm, `$1${mask}`);

const privateKeys: Shape = (text, mask) =>
  text.replace(/-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]+?-----END [A-Z ]*PRIVATE KEY-----/g, mask);

const webTokens: Shape = (text, mask) =>
  text.replace(/\beyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}/g, mask);

/** `https://user:password@host`. */
const urlPasswords: Shape = (text, mask) =>
  text.replace(/(\b[a-z][a-z0-9+.-]*:\/\/[^\s/:@]+:)[^\s/@]+@/gi, `$1${mask}@`);

const SECRET_DOCUMENT = /^[ \t-]*kind:\s*["']?Secret["']?\s*$/m;

/** The `data` and `stringData` of a Secret written as YAML, at any depth (a feature may quote one). */
const secretManifests: Shape = (text, mask) => {
  if (!SECRET_DOCUMENT.test(text)) return text;
  return text
    .split(/^(?=[ \t]*---)/m)
    .map((document) => (SECRET_DOCUMENT.test(document) ? maskDataBlocks(document, mask) : document))
    .join('');
};

/** Keeps the keys of a data block; its values, also those that go on over lines, become masks. */
function maskDataBlocks(document: string, mask: string): string {
  let block: number | undefined;
  const lines: string[] = [];
  for (const line of document.split('\n')) {
    const indent = line.search(/\S/);
    if (block !== undefined && indent >= 0 && indent <= block) block = undefined;
    const key = block === undefined ? undefined : /^\s+[^\s:]+:\s*(?=\S)/.exec(line)?.[0];
    if (block === undefined || indent < 0) lines.push(line);
    else if (key) lines.push(`${key}${mask}`);
    if (block === undefined && /^\s*(?:data|stringData):\s*$/.test(line)) block = indent;
  }
  return lines.join('\n');
}

/** The `data` and `stringData` of a Secret written as JSON, in either order of keys. */
const secretJson: Shape = (text, mask) => {
  if (!/\\?"kind\\?"\s*:\s*\\?"Secret\\?"/.test(text)) return text;
  return text.replace(/(\\?"(?:data|stringData)\\?"\s*:\s*)\{[^{}]*\}/g, (_all, key: string) => {
    const quote = key.startsWith('\\') ? '\\"' : '"';
    return `${key}{${quote}${mask}${quote}:${quote}${mask}${quote}}`;
  });
};

/** Whether any shape can be in a text; most texts hold none, and looking for this is cheaper than for each. */
export const suspicious =
  /secret|token|password|bearer|basic|private key|client-key-data|eyJ|:\/\/[^\s/@]*:[^\s/@]*@/i;

/** In this order: what holds other shapes comes first. */
export const shapes: readonly Shape[] = [
  privateKeys,
  secretManifests,
  secretJson,
  authorization,
  namedValues,
  assignments,
  labelled,
  webTokens,
  urlPasswords,
];
