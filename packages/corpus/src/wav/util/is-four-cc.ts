/** Whether the four bytes at `at` can be a chunk's name: printable ASCII. */
export function isFourCC(bytes: Uint8Array, at: number): boolean {
  if (at + 4 > bytes.length) return false;
  return bytes.subarray(at, at + 4).every((byte) => byte >= 0x20 && byte <= 0x7e);
}
