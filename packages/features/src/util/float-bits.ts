/** The bits of floats: a view of the same memory. */
export function floatBits({ buffer, byteOffset, length }: Float32Array): Int32Array {
  return new Int32Array(buffer, byteOffset, length);
}
