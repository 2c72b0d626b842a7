import { secretFlags, shapes, suspicious } from './secret-shapes';

/** What a masked secret looks like wherever it stood. */
export const MASK = '••••••';

/** Hides secrets in texts that people or files will see. */
export interface Redactor {
  /** Remembers a secret, so that it is masked from now on: plain, inside base64, URL-encoded and JSON-escaped. */
  add(secret: string): void;
  /** The text with every remembered secret and every well-known shape of one masked; what it finds is remembered. */
  redact(text: string): string;
  /** A command's arguments with the value after `--secret`, `--token` or `--password` masked, too. */
  redactArguments(args: readonly string[]): string[];
}

/** Shorter ones would mask ordinary words; no real token is that short. */
const SHORTEST_SECRET = 6;

/** What only stood where secrets stand must look like one before it is masked everywhere. */
const SHORTEST_FOUND = 8;
const WORDS = /^[A-Za-z]*(?:[ _-][A-Za-z]+)*$/;

/**
 * Makes a redactor that knows `secrets` from the start. `remember` is told each new secret, so that another
 * process (the one that writes the reports) can learn it.
 */
export function createRedactor(
  secrets: readonly string[] = [],
  remember: (secret: string) => void = () => undefined,
): Redactor {
  const spellings = new Set<string>();
  let longestFirst: string[] = [];
  let decoded = new Map<string, string>();

  const add = (secret: string): void => {
    const trimmed = secret.trim();
    if (trimmed.length < SHORTEST_SECRET || spellings.has(trimmed)) return;
    for (const spelling of spellingsOf(trimmed)) spellings.add(spelling);
    decoded = new Map();
    longestFirst = [...spellings].sort((a, b) => b.length - a.length);
    remember(trimmed);
  };
  const found = (secret: string): void => {
    if (secret.length >= SHORTEST_FOUND && !WORDS.test(secret) && !secret.includes(MASK)) add(secret);
  };
  const redact = (text: string): string => {
    const known = spellings.size;
    const masked = maskShapes(maskKnown(text, longestFirst), found);
    const again = spellings.size > known ? maskKnown(masked, longestFirst) : masked;
    return maskInsideBase64(again, redact, decoded);
  };
  for (const secret of secrets) add(secret);

  return {
    add,
    redact,
    redactArguments: (args) =>
      args.map((arg, index) => {
        if (!secretFlags.test(args[index - 1] ?? '')) return redact(arg);
        found(arg);
        return MASK;
      }),
  };
}

function spellingsOf(secret: string): string[] {
  const json = JSON.stringify(secret).slice(1, -1);
  return [
    secret,
    Buffer.from(secret).toString('base64'),
    encodeURIComponent(secret),
    json,
    ...insideBase64(secret),
    ...(json === secret ? [] : insideBase64(json)),
  ];
}

/** Too short a piece of base64 could be any. */
const SHORTEST_PIECE = 8;

/** What stands in the base64 of any text that holds the secret, whatever is before and after it. */
function insideBase64(secret: string): string[] {
  const bytes = Buffer.from(secret);
  return [0, 1, 2].flatMap((before) => {
    const whole = Buffer.concat([Buffer.alloc(before), bytes]);
    const encoded = whole.subarray(0, whole.length - (whole.length % 3)).toString('base64');
    const piece = encoded.slice([0, 2, 3][before]);
    if (piece.length < SHORTEST_PIECE) return [];
    return [piece, piece.replaceAll('+', '-').replaceAll('/', '_')];
  });
}

function maskKnown(text: string, longestFirst: readonly string[]): string {
  let masked = text;
  for (const spelling of longestFirst) masked = masked.replaceAll(spelling, MASK);
  return masked;
}

function maskShapes(text: string, found: (secret: string) => void): string {
  if (!suspicious.test(text)) return text;
  return shapes.reduce((masked, shape) => shape(masked, MASK, found), text);
}

const LONG_BASE64 = /[A-Za-z0-9+/]{48,}={0,2}/g;
const READABLE = /^[\t\n\r\x20-\x7e\u00a0-\uffff]+$/;

/**
 * Config data travels as base64 (a unit's `Data`): a secret inside it would only look hidden. The same data is seen
 * again and again, so what became of it is kept in `known`.
 */
function maskInsideBase64(
  text: string,
  redact: (inner: string) => string,
  known: Map<string, string>,
): string {
  return text.replace(LONG_BASE64, (encoded) => {
    const masked = known.get(encoded) ?? maskEncoded(encoded, redact);
    known.set(encoded, masked);
    return masked;
  });
}

function maskEncoded(encoded: string, redact: (inner: string) => string): string {
  const inner = Buffer.from(encoded, 'base64').toString('utf8');
  if (!READABLE.test(inner)) return encoded;
  const masked = redact(inner);
  return masked === inner ? encoded : Buffer.from(masked).toString('base64');
}
