/** Reads bits from the end of bytes towards their beginning, as Zstandard stores its codes. */
export class BackwardBits {
  readonly #bytes: Uint8Array;
  /** Bits that are left; below 0 after reading beyond the beginning, where all bits are 0. */
  left: number;

  constructor(bytes: Uint8Array) {
    const last = bytes.at(-1) ?? 0;
    // The highest bit that is set only says where the others begin.
    if (last === 0) throw new Error('it has a damaged page');
    this.#bytes = bytes;
    this.left = bytes.length * 8 - 8 + (31 - Math.clz32(last));
  }

  /** The next bits as a number, without going on; at most 24. */
  peek(count: number): number {
    const start = this.left - count;
    const at = Math.max(start, 0);
    const have = count - (at - start);
    if (have <= 0) return 0;
    const i = at >> 3;
    const b = this.#bytes;
    const bits = (b[i] | (b[i + 1] << 8) | (b[i + 2] << 16) | (b[i + 3] << 24)) >>> (at & 7);
    return (bits & (2 ** have - 1)) * 2 ** (at - start);
  }

  /** The next bits as a number; at most 32. */
  read(count: number): number {
    if (count > 16) return this.read(count - 16) * 65_536 + this.read(16);
    const value = this.peek(count);
    this.left -= count;
    return value;
  }
}
