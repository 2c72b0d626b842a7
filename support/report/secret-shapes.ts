/** Masks one well-known shape of secret in a text, and tells what it masked where that will be met again elsewhere. */
export type Shape = (text: string, mask: string, found: (secret: string) => void) => string;

/** Flags whose next argument is a secret. */
export const secretFlags = /^--?(?:[a-z-]*-)?(?:secret|token|password)$/;

const SECRET_KEY =
  '(?:[A-Za-z0-9_]+_(?:SECRET|TOKEN|PASSWORD)|(?:worker|access|refresh|id|auth|bearer|client|api)[_-]?(?:secret|token)|basic_auth_password|[Ss]ecret|[Tt]oken|[Pp]assword|client-key-data)';

/** Puts the mask between what stands before and after a secret; the pattern has a group for each of the three. */
function hide(pattern: RegExp): Shape {
  return (text, mask, found) =>
    text.replace(pattern, (_all, before: string, secret: string, after: string) => {
      foundValue(secret, found);
      return `${before}${mask}${after}`;
    });
}

function each(...steps: readonly Shape[]): Shape {
  return (text, mask, found) => steps.reduce((masked, step) => step(masked, mask, found), text);
}

/** `Bearer abc` and `Basic abc`; a plain word after them ("Basic credentials") is prose unless it is long or has a digit. */
const authorization = each(
  hide(/(\bauthorization["']?\s*[:=]\s*["']?(?:bearer|basic)\s+)([^\s"',;]+)()/gi),
  hide(/(\b(?:Bearer|Basic)\s+)(?=[^\s"',;]*\d|[^\s"',;]{16})([A-Za-z0-9._~+/=-]{8,})()/g),
);

/** `CONFIGHUB_WORKER_SECRET=x`, `token: x`, `"Secret":"x"`, also with escaped quotes. */
const assignments = each(
  hide(new RegExp(String.raw`(\b${SECRET_KEY}=["']?)([^\s"'&;]+)()`, 'g')),
  hide(new RegExp(String.raw`(\\?"${SECRET_KEY}\\?"\s*:\s*\\?")((?:[^"\\]|\\(?!"))+)(\\?")`, 'g')),
  hide(
    new RegExp(
      String.raw`((?:^|[\s-])${SECRET_KEY}:[ \t]+)(?![|>{[&*]|null\b|["']?["'\s]|\d{1,2}\s*$)([^\s#][^\n]*)()`,
      'gm',
    ),
  ),
);

/** A container's or a Secret's `name: X_SECRET`, then `value: …`, as YAML and as JSON. */
const namedValues = each(
  hide(new RegExp(String.raw`(name:\s*["']?${SECRET_KEY}["']?\s*\n\s*value:\s*)([^\n]+)()`, 'g')),
  hide(
    new RegExp(
      String.raw`(\\?"name\\?"\s*:\s*\\?"${SECRET_KEY}\\?"\s*,\s*\\?"value\\?"\s*:\s*\\?")([^"\\]+)()`,
      'g',
    ),
  ),
);

/** A line of a table or of `get`: `Secret    ch_…`. */
const labelled = hide(/^(\s*(?:Worker )?(?:Secret|Token|Password)(?:\s{2,}|\t))(\S{6,})(\s*)$/gm);

const privateKeys: Shape = (text, mask) =>
  text.replace(/-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]+?-----END [A-Z ]*PRIVATE KEY-----/g, mask);

const webTokens = hide(/(\b)(eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,})()/g);

/** `https://user:password@host`. */
const urlPasswords = hide(/(\b[a-z][a-z0-9+.-]*:\/\/[^\s/:@]+:)([^\s/@]+)(@)/gi);

const SECRET_DOCUMENT = /^[ \t-]*kind:\s*["']?Secret["']?\s*$/m;

/** The `data` and `stringData` of a Secret written as YAML, at any depth (a feature may quote one). */
const secretManifests: Shape = (text, mask, found) => {
  if (!SECRET_DOCUMENT.test(text)) return text;
  return text
    .split(/^(?=[ \t]*---)/m)
    .map((document) => (SECRET_DOCUMENT.test(document) ? maskDataBlocks(document, mask, found) : document))
    .join('');
};

/** A secret as it stands there, without quotes, and as it is meant where it is URL-encoded or base64. */
function foundValue(value: string, found: (secret: string) => void): void {
  const plain = unquoted(value.trim());
  found(plain);
  if (/%[0-9a-f]{2}/i.test(plain) && !/%(?![0-9a-f]{2})/i.test(plain)) found(decoded(plain));
  if (!/^[A-Za-z0-9+/]{8,}={0,2}$/.test(plain) || plain.length % 4 !== 0) return;
  const meant = Buffer.from(plain, 'base64').toString('utf8');
  if (/^[\t\n\r\x20-\x7e\u00a0-\uffef]+$/.test(meant)) found(meant);
}

/** As YAML and JSON quote: in double quotes with escapes, in single ones with doubled quotes. */
function unquoted(text: string): string {
  if (/^'.*'$/.test(text)) return text.slice(1, -1).replaceAll("''", "'");
  if (!/^".*"$/.test(text)) return text;
  try {
    return JSON.parse(text) as string;
  } catch {
    return text.slice(1, -1);
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Keeps the keys of a data block; its values, also those that go on over lines, become masks. */
function maskDataBlocks(document: string, mask: string, found: (secret: string) => void): string {
  let block: number | undefined;
  const lines: string[] = [];
  for (const line of document.split('\n')) {
    const indent = line.search(/\S/);
    if (block !== undefined && indent >= 0 && indent <= block) block = undefined;
    const key = block === undefined ? undefined : /^\s+[^\s:]+:\s*(?=\S)/.exec(line)?.[0];
    if (block === undefined || indent < 0) lines.push(line);
    else {
      foundValue(line.slice(key?.length ?? 0), found);
      if (key) lines.push(`${key}${mask}`);
    }
    if (block === undefined && /^\s*(?:data|stringData):\s*$/.test(line)) block = indent;
  }
  return lines.join('\n');
}

/** The `data` and `stringData` of a Secret written as JSON, in either order of keys. */
const secretJson: Shape = (text, mask, found) => {
  if (!/\\?"kind\\?"\s*:\s*\\?"Secret\\?"/.test(text)) return text;
  return text.replace(
    /(\\?"(?:data|stringData)\\?"\s*:\s*)\{([^{}]*)\}/g,
    (_all, key: string, entries: string) => {
      for (const [, value = ''] of entries.matchAll(/\\?"\s*:\s*\\?"([^"\\]*)/g)) foundValue(value, found);
      const quote = key.startsWith('\\') ? '\\"' : '"';
      return `${key}{${quote}${mask}${quote}:${quote}${mask}${quote}}`;
    },
  );
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
