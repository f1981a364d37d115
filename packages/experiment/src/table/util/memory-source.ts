import type { TableSource } from '../table-source.ts';

/** Bytes in memory, which are not copied. */
export function memorySource(name: string, bytes: Uint8Array): TableSource {
  return { name, size: bytes.length, read: async (start, end) => bytes.subarray(start, end) };
}
