import type { FileBytes } from './file-bytes.ts';

/** Whether the four bytes at `at` can be a chunk's name: printable ASCII. */
export function isFourCC(file: FileBytes, at: number): boolean {
  const bytes = file.slice(at, 4);
  return bytes.length === 4 && bytes.every((byte) => byte >= 0x20 && byte <= 0x7e);
}
