import { createHash } from 'node:crypto';
import type { CachedFeatures } from '@ser/experiment';

/** What an entry begins with; another way of writing them has another number. */
const MAGIC = Buffer.from('SERCACH1');
const CHECKSUM_BYTES = 32;
/** Numbers stand where any machine can read them in place. */
const ALIGNMENT = 8;
const FLOAT_BYTES = 4;

interface Header {
  key: string;
  parts: { name: string; length: number }[];
}

/**
 * An entry of the cache: the magic, SHA-256 of all behind it, the header's length, the header as
 * JSON, and the numbers as little-endian float32. Neighbouring numbers of one clip are so unlike
 * that gzip would save 6 percent, and take more time than reading them.
 */
export function packEntry(key: string, values: CachedFeatures): Uint8Array {
  const parts = values.map(({ name, values: { length } }) => ({ name, length }));
  const header = Buffer.from(JSON.stringify({ key, parts } satisfies Header));
  const start = numbersAt(header.length);
  const count = values.reduce((sum, { values: { length } }) => sum + length, 0);
  const bytes = Buffer.alloc(start + FLOAT_BYTES * count);
  MAGIC.copy(bytes);
  bytes.writeUInt32LE(header.length, MAGIC.length + CHECKSUM_BYTES);
  header.copy(bytes, headerAt());
  let offset = start;
  for (const { values: numbers } of values) {
    writeFloats(bytes, offset, numbers);
    offset += FLOAT_BYTES * numbers.length;
  }
  checksumOf(bytes).copy(bytes, MAGIC.length);
  return bytes;
}

/** What {@link packEntry} has packed under this key; undefined for anything else. */
export function unpackEntry(key: string, bytes: Uint8Array): CachedFeatures | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.length < headerAt() || !buffer.subarray(0, MAGIC.length).equals(MAGIC)) {
    return undefined;
  }
  const checksum = buffer.subarray(MAGIC.length, MAGIC.length + CHECKSUM_BYTES);
  if (!checksumOf(buffer).equals(checksum)) return undefined;
  const length = buffer.readUInt32LE(MAGIC.length + CHECKSUM_BYTES);
  // The checksum is right: it is as it was written.
  const header: Header = JSON.parse(buffer.toString('utf8', headerAt(), headerAt() + length));
  if (header.key !== key) return undefined;
  let offset = numbersAt(length);
  return header.parts.map(({ name, length: count }) => {
    const values = readFloats(buffer, offset, count);
    offset += FLOAT_BYTES * count;
    return { name, values };
  });
}

function writeFloats(buffer: Buffer, offset: number, values: Float32Array): void {
  if (isLittleEndian) {
    buffer.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), offset);
  } else {
    for (let i = 0; i < values.length; i++)
      buffer.writeFloatLE(values[i], offset + FLOAT_BYTES * i);
  }
}

function readFloats(buffer: Buffer, offset: number, count: number): Float32Array {
  const values = new Float32Array(count);
  if (isLittleEndian) {
    const end = offset + FLOAT_BYTES * count;
    new Uint8Array(values.buffer).set(buffer.subarray(offset, end));
  } else {
    for (let i = 0; i < count; i++) values[i] = buffer.readFloatLE(offset + FLOAT_BYTES * i);
  }
  return values;
}

const isLittleEndian: boolean = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;

function checksumOf(entry: Buffer): Buffer {
  return createHash('sha256')
    .update(entry.subarray(MAGIC.length + CHECKSUM_BYTES))
    .digest();
}

function headerAt(): number {
  return MAGIC.length + CHECKSUM_BYTES + Uint32Array.BYTES_PER_ELEMENT;
}

function numbersAt(headerLength: number): number {
  return ALIGNMENT * Math.ceil((headerAt() + headerLength) / ALIGNMENT);
}
