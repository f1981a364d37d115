/** The bytes of hexadecimal digits. By hand, since `Uint8Array.fromHex` is younger than Node 20. */
export function decodeHex(digits: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length: digits.length / 2 }, (_, i) =>
    Number.parseInt(digits.slice(2 * i, 2 * i + 2), 16),
  );
}
