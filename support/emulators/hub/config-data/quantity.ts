const SUFFIXES: Record<string, number> = {
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  '': 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
};

export interface Quantity {
  digits: string;
  suffix: string;
  /** In units: CPUs, bytes. */
  amount: number;
}

/** A Kubernetes resource quantity ("500m", "256Mi"); undefined when the text is none. */
export function parseQuantity(text: string): Quantity | undefined {
  const match = /^([+-]?(?:\d+(?:\.\d*)?|\.\d+))(?:([eE][+-]?\d+)|([numkMGTPE]|[KMGTPE]i)?)$/.exec(text);
  if (!match) return undefined;
  const [, digits = '', exponent = '', suffix = ''] = match;
  return { digits, suffix, amount: Number(`${digits}${exponent}`) * (SUFFIXES[suffix] ?? 1) };
}

/** The quantity times a whole number, written as Kubernetes would: the largest suffix that needs no fraction. */
export function multiplyQuantity(quantity: Quantity, factor: number): string {
  const isBinary = quantity.suffix.endsWith('i');
  const amount = quantity.amount * factor;
  const fitting = Object.entries(SUFFIXES)
    .filter(([suffix]) => suffix === '' || suffix.endsWith('i') === isBinary)
    .filter(([, size]) => Math.abs(amount) >= size * (1 - 1e-12) && isWhole(amount / size))
    .sort(([, a], [, b]) => b - a);
  const [suffix, size] = fitting[0] ?? ['', 1];
  return amount === 0 ? '0' : `${Math.round(amount / size)}${suffix}`;
}

function isWhole(value: number): boolean {
  return Math.abs(value - Math.round(value)) < 1e-6;
}
