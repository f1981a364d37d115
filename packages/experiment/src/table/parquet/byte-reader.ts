/** A varint of more bytes is no number of 64 bits. */
const MOST_VARINT_BYTES = 10;

/** Reads bytes in their order, and throws where they end too early. */
export class ByteReader {
  readonly bytes: Uint8Array;
  offset = 0;
  readonly #view: DataView;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** How many bytes are left. */
  get left(): number {
    return this.bytes.length - this.offset;
  }

  byte(): number {
    this.#check(1);
    return this.bytes[this.offset++];
  }

  /** Little-endian. */
  uint32(): number {
    this.#check(4);
    this.offset += 4;
    return this.#view.getUint32(this.offset - 4, true);
  }

  /** Little-endian. */
  double(): number {
    this.#check(8);
    this.offset += 8;
    return this.#view.getFloat64(this.offset - 8, true);
  }

  /** The next bytes, in the same memory. */
  take(length: number): Uint8Array {
    this.#check(length);
    this.offset += length;
    return this.bytes.subarray(this.offset - length, this.offset);
  }

  /** The next bytes as a copy, which typed arrays of any width can stand on. */
  copy(length: number): ArrayBuffer {
    return new Uint8Array(this.take(length)).buffer;
  }

  /** An unsigned LEB128 number that is exact as a number. */
  varint(): number {
    let value = 0;
    let factor = 1;
    for (let i = 0; i < MOST_VARINT_BYTES; i++) {
      const byte = this.byte();
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) {
        if (value > Number.MAX_SAFE_INTEGER) break;
        return value;
      }
      factor *= 128;
    }
    throw new Error('it holds a number that is too large');
  }

  /** A signed number, of which the sign is the lowest bit. */
  zigzag(): number {
    const value = this.varint();
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }

  /** {@link zigzag} of any 64 bits. */
  zigzag64(): bigint {
    let value = 0n;
    for (let i = 0; i < MOST_VARINT_BYTES; i++) {
      const byte = this.byte();
      value |= BigInt(byte & 0x7f) << BigInt(7 * i);
      if (byte < 0x80) return BigInt.asIntN(64, (value >> 1n) ^ -(value & 1n));
    }
    throw new Error('it holds a number that is too large');
  }

  #check(length: number): void {
    if (!(length >= 0 && length <= this.left)) throw new Error('it ends too early');
  }
}
