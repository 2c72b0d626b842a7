import { crc32 } from 'node:zlib';

/** CRC-32 (IEEE) of the UTF-8 bytes as signed 32-bit integer, as ConfigHub identifies config data. */
export function contentHash(data: string): number {
  return crc32(data) | 0;
}
