import type { ByteReader } from './byte-reader.ts';

/** No dictionary of a column has more entries than this many bits count. */
const MOST_WIDTH = 24;

/**
 * Numbers as Parquet's hybrid of runs and of packed bits: levels, and indices into dictionaries.
 *
 * @param width bits of each
 */
export function readHybrid(reader: ByteReader, width: number, count: number): Uint32Array {
  if (width > MOST_WIDTH) throw new Error(`it packs numbers of ${width} bits`);
  const values = new Uint32Array(count);
  // Nothing but zeros, for which some writers write nothing.
  if (width === 0) return values;
  let seen = 0;
  while (seen < count) {
    const head = reader.varint();
    const isPacked = head % 2 === 1;
    const length = Math.floor(head / 2) * (isPacked ? 8 : 1);
    const end = Math.min(count, seen + length);
    if (isPacked) {
      // The last writer may leave out the bytes of its padding.
      const bytes = reader.take(Math.min((length * width) / 8, reader.left));
      unpack(bytes, width, values.subarray(seen, end));
    } else {
      let value = 0;
      for (let shift = 0; shift < width; shift += 8) value |= reader.byte() << shift;
      values.fill(value, seen, end);
    }
    seen = end;
  }
  return values;
}

function unpack(bytes: Uint8Array, width: number, values: Uint32Array): void {
  if (values.length * width > bytes.length * 8) throw new Error('it ends too early');
  const mask = 2 ** width - 1;
  let bits = 0;
  let held = 0;
  let offset = 0;
  for (let i = 0; i < values.length; i++) {
    for (; held < width; held += 8) bits |= bytes[offset++] << held;
    values[i] = bits & mask;
    bits >>>= width;
    held -= width;
  }
}
