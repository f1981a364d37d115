import { MAX_DEPTH, PROTOTYPE_NAME, TAG, TYPED_ARRAYS } from './value-tags.ts';

/**
 * Reads what `encodeValue` has written. Every size is compared with the bytes that are left before
 * memory is allocated. Objects get own properties only.
 *
 * @throws {RangeError} that says what is wrong with the bytes.
 */
export function decodeValue(bytes: Uint8Array): unknown {
  const reader = new ByteReader(bytes);
  const value = read(reader, 0);
  if (reader.left > 0) throw new RangeError(`${reader.left} bytes too many`);
  return value;
}

function read(reader: ByteReader, depth: number): unknown {
  if (depth > MAX_DEPTH) throw new RangeError('values lie too deep');
  const tag = reader.byte();
  switch (tag) {
    case TAG.undefined:
      return undefined;
    case TAG.null:
      return null;
    case TAG.false:
      return false;
    case TAG.true:
      return true;
    case TAG.number:
      return reader.double();
    case TAG.string:
      return reader.string();
    case TAG.array: {
      const values: unknown[] = [];
      for (let left = reader.length(); left > 0; left--) values.push(read(reader, depth + 1));
      return values;
    }
    case TAG.object: {
      const object: Record<string, unknown> = {};
      for (let left = reader.length(); left > 0; left--) {
        const key = reader.string();
        if (key === PROTOTYPE_NAME) throw new RangeError(`a property ${PROTOTYPE_NAME}`);
        object[key] = read(reader, depth + 1);
      }
      return object;
    }
    case TAG.typedArray: {
      const type = TYPED_ARRAYS[reader.byte()];
      if (!type) throw new RangeError('an unknown kind of array');
      const length = reader.length();
      if (length % type.BYTES_PER_ELEMENT !== 0) {
        throw new RangeError(`${length} bytes are no whole ${type.name}`);
      }
      return new type(reader.take(length).slice().buffer);
    }
    default:
      throw new RangeError(`an unknown kind of value, ${tag}`);
  }
}

/** Reads bytes from front to back. */
class ByteReader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** Bytes that have not been read. */
  get left(): number {
    return this.#bytes.length - this.#at;
  }

  byte(): number {
    return this.take(1)[0];
  }

  /** A number of bytes or values. A value has at least one byte, so that none exceeds the rest. */
  length(): number {
    const at = this.#at;
    this.take(4);
    const length = this.#view.getUint32(at, true);
    if (length > this.left) throw new RangeError(`${length} bytes must follow, got ${this.left}`);
    return length;
  }

  double(): number {
    const at = this.#at;
    this.take(8);
    return this.#view.getFloat64(at, true);
  }

  string(): string {
    return this.#decoder.decode(this.take(this.length()));
  }

  /** The next bytes, not copied. */
  take(count: number): Uint8Array {
    if (count > this.left) throw new RangeError(`${count} bytes must follow, got ${this.left}`);
    this.#at += count;
    return this.#bytes.subarray(this.#at - count, this.#at);
  }
}
