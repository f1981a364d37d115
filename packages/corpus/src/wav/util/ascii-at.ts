/** `length` bytes from `at` on, each as the character of its number; fewer at the end. */
export function asciiAt(bytes: Uint8Array, at: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + length));
}
