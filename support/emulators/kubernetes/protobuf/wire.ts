/** A message that ends too early or cannot be read. */
export class WireError extends Error {
  override name = 'WireError';
}

/** A field as it stands in a message: a number (varint or fixed) or bytes. */
export interface WireField {
  number: number;
  value: bigint | Buffer;
}

function readVarint(message: Buffer, at: number): { value: bigint; next: number } {
  let value = 0n;
  for (let index = at, shift = 0n; index < message.length && shift < 70n; index += 1, shift += 7n) {
    const byte = message[index] ?? 0;
    value |= BigInt(byte & 0x7f) << shift;
    if (byte < 0x80) return { value: BigInt.asIntN(64, value), next: index + 1 };
  }
  throw new WireError('a number does not end');
}

/**
 * The fields of a protobuf message, in order.
 *
 * @throws WireError when it is none
 */
export function* wireFields(message: Buffer): Iterable<WireField> {
  for (let at = 0; at < message.length; ) {
    const key = readVarint(message, at);
    const number = Number(key.value >> 3n);
    const form = Number(key.value & 7n);
    if (form === 0) {
      const { value, next } = readVarint(message, key.next);
      at = next;
      yield { number, value };
      continue;
    }
    const { start, length } = extent(message, form, key.next);
    if (start + length > message.length) throw new WireError(`field ${number} goes beyond the end`);
    const bytes = message.subarray(start, start + length);
    at = start + length;
    yield {
      number,
      value: form === 1 ? bytes.readBigInt64LE() : form === 5 ? BigInt(bytes.readInt32LE()) : bytes,
    };
  }
}

function extent(message: Buffer, form: number, at: number): { start: number; length: number } {
  if (form === 1) return { start: at, length: 8 };
  if (form === 5) return { start: at, length: 4 };
  if (form !== 2) throw new WireError(`wire type ${form} is not used by this API`);
  const { value, next } = readVarint(message, at);
  const length = Number(value);
  if (length < 0 || length > message.length) throw new WireError('a length goes beyond the end');
  return { start: next, length };
}

/** The bytes of the first field of a number; empty when there is none. */
export function bytesOf(message: Buffer, number: number): Buffer {
  for (const field of wireFields(message)) {
    if (field.number === number && typeof field.value !== 'bigint') return field.value;
  }
  return Buffer.alloc(0);
}

/** The first field of a number as a number; 0 when there is none. */
export function numberOf(message: Buffer, number: number): number {
  for (const field of wireFields(message)) {
    if (field.number === number && typeof field.value === 'bigint') return Number(field.value);
  }
  return 0;
}
