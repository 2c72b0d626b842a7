const FORM = /^([+-]?)(\d*\.?\d*)(m|u|n|k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei|[eE][+-]?\d+)?$/;
const DECIMAL: readonly [string, number][] = [
  ['n', -9],
  ['u', -6],
  ['m', -3],
  ['', 0],
  ['k', 3],
  ['M', 6],
  ['G', 9],
  ['T', 12],
  ['P', 15],
  ['E', 18],
];
const BINARY = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];
const NANO = 1_000_000_000n;

interface Parsed {
  nanos: bigint;
  binary: boolean;
  exponent: boolean;
}

function parse(text: string): Parsed | undefined {
  const match = FORM.exec(text);
  const digits = match?.[2];
  if (!match || !digits || !/\d/.test(digits)) return undefined;
  const suffix = match[3] ?? '';
  const [whole = '', fraction = ''] = digits.split('.');
  const unscaled = BigInt(`${whole}${fraction}` || '0') * (match[1] === '-' ? -1n : 1n);
  const binary = BINARY.indexOf(suffix);
  if (suffix !== '' && binary > 0) {
    const scaled = unscaled * NANO * 1024n ** BigInt(binary);
    return { nanos: roundUp(scaled, 10n ** BigInt(fraction.length)), binary: true, exponent: false };
  }
  const exponent = /^[eE]/.test(suffix) && suffix.length > 1;
  const power = exponent ? Number(suffix.slice(1)) : (DECIMAL.find(([name]) => name === suffix)?.[1] ?? 0);
  const shift = power + 9 - fraction.length;
  if (Math.abs(shift) > 60) return undefined;
  const nanos = shift >= 0 ? unscaled * 10n ** BigInt(shift) : roundUp(unscaled, 10n ** BigInt(-shift));
  return { nanos, binary: false, exponent };
}

function roundUp(value: bigint, divisor: bigint): bigint {
  const quotient = value / divisor;
  return value % divisor === 0n ? quotient : quotient + (value > 0n ? 1n : -1n);
}

/**
 * A resource quantity in the one form in which the API tells it: `1000m` is `1`, `0.5` is `500m`, `1024Mi` is `1Gi`.
 * Undefined when the text is no quantity.
 */
export function canonicalQuantity(text: string): string | undefined {
  const parsed = parse(text);
  if (!parsed) return undefined;
  const { nanos, binary, exponent } = parsed;
  if (nanos === 0n) return '0';
  if (binary && nanos % NANO === 0n && (nanos >= 1024n * NANO || nanos <= -1024n * NANO)) {
    let value = nanos / NANO;
    let step = 0;
    while (value % 1024n === 0n && step < BINARY.length - 1) {
      value /= 1024n;
      step += 1;
    }
    return `${value}${BINARY[step]}`;
  }
  let value = nanos;
  let step = 0;
  while (value % 1000n === 0n && step < DECIMAL.length - 1) {
    value /= 1000n;
    step += 1;
  }
  const [suffix, power] = DECIMAL[step] ?? ['', 0];
  return exponent && power !== 0 ? `${value}e${power}` : `${value}${suffix}`;
}

/** The amount in billionths, for comparing; undefined when the text is no quantity. */
export function nanosOf(text: string): bigint | undefined {
  return parse(text)?.nanos;
}
