import { MAX_DEPTH, PROTOTYPE_NAME, TAG, TYPED_ARRAYS } from './value-tags.ts';

/** Bytes of the first buffer; it doubles when it is full. */
const FIRST_CAPACITY = 1024;
/** The greatest length, which has 32 bits. */
const MAX_LENGTH = 2 ** 32 - 1;

/**
 * Writes plain data as bytes that `decodeValue` reads: numbers, strings, booleans, null, undefined,
 * typed arrays, arrays and plain objects. Typed arrays have the byte order of the machine.
 *
 * @param path The name of the value in messages.
 * @throws {RangeError} that names the part that is no plain data.
 */
export function encodeValue(value: unknown, path: string): Uint8Array<ArrayBuffer> {
  const writer = new ByteWriter();
  write(writer, value, path, 0);
  return writer.bytes();
}

function write(writer: ByteWriter, value: unknown, path: string, depth: number): void {
  const refuse = (got: string) => new RangeError(`\`${path}\` must be plain data, got ${got}`);
  if (depth > MAX_DEPTH) throw refuse('a circle, or more than a hundred levels');
  if (value === undefined) writer.byte(TAG.undefined);
  else if (value === null) writer.byte(TAG.null);
  else if (typeof value === 'boolean') writer.byte(value ? TAG.true : TAG.false);
  else if (typeof value === 'number') {
    writer.byte(TAG.number);
    writer.double(value);
  } else if (typeof value === 'string') {
    writer.byte(TAG.string);
    writer.string(value);
  } else if (Array.isArray(value)) {
    writer.byte(TAG.array);
    writer.length(value.length);
    value.forEach((each, i) => {
      write(writer, each, `${path}[${i}]`, depth + 1);
    });
  } else if (ArrayBuffer.isView(value)) {
    // By name: an array of another realm, such as a frame, is no instance of this realm's class.
    const name = Object.prototype.toString.call(value).slice('[object '.length, -1);
    const kind = TYPED_ARRAYS.findIndex((type) => type.name === name);
    if (kind === -1) throw refuse(name);
    writer.byte(TAG.typedArray);
    writer.byte(kind);
    writer.length(value.byteLength);
    writer.append(new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
  } else if (isPlainObject(value)) {
    const entries = Object.entries(value);
    writer.byte(TAG.object);
    writer.length(entries.length);
    for (const [key, each] of entries) {
      if (key === PROTOTYPE_NAME) throw refuse(`a property ${PROTOTYPE_NAME}`);
      writer.string(key);
      write(writer, each, `${path}.${key}`, depth + 1);
    }
  } else throw refuse(Object.prototype.toString.call(value));
}

/** Whether a value is an object literal, of this realm or another. */
function isPlainObject(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  const isLiteral = prototype === null || Object.getPrototypeOf(prototype) === null;
  return isLiteral && Object.prototype.toString.call(value) === '[object Object]';
}

/** A buffer of bytes that grows. */
class ByteWriter {
  #buffer = new Uint8Array(FIRST_CAPACITY);
  #used = 0;

  byte(value: number): void {
    this.#reserve(1);
    this.#buffer[this.#used++] = value;
  }

  length(value: number): void {
    if (value > MAX_LENGTH) throw new RangeError(`lengths must be below 2^32, got ${value}`);
    this.#reserve(4);
    new DataView(this.#buffer.buffer).setUint32(this.#used, value, true);
    this.#used += 4;
  }

  double(value: number): void {
    this.#reserve(8);
    new DataView(this.#buffer.buffer).setFloat64(this.#used, value, true);
    this.#used += 8;
  }

  string(text: string): void {
    const bytes = new TextEncoder().encode(text);
    this.length(bytes.length);
    this.append(bytes);
  }

  append(bytes: Uint8Array): void {
    this.#reserve(bytes.length);
    this.#buffer.set(bytes, this.#used);
    this.#used += bytes.length;
  }

  /** What has been written. */
  bytes(): Uint8Array<ArrayBuffer> {
    return this.#buffer.subarray(0, this.#used);
  }

  #reserve(count: number): void {
    const needed = this.#used + count;
    if (needed <= this.#buffer.length) return;
    const larger = new Uint8Array(Math.max(needed, 2 * this.#buffer.length));
    larger.set(this.#buffer);
    this.#buffer = larger;
  }
}
