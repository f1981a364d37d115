import type { Budget } from './budget.ts';
import type { ByteReader } from './byte-reader.ts';

/** Numbers of a block; writers take 128 or 1024. */
const MOST_BLOCK = 65_536;

/** Numbers as Parquet's `DELTA_BINARY_PACKED`: differences, packed in blocks. */
export function readDeltas(reader: ByteReader, count: number): BigInt64Array<ArrayBuffer> {
  const block = reader.varint();
  const miniblocks = reader.varint();
  const total = reader.varint();
  const perMiniblock = block / miniblocks;
  const isSound = block <= MOST_BLOCK && perMiniblock >= 8 && perMiniblock % 8 === 0;
  if (!isSound || total !== count) throw new Error('its page of differences is damaged');
  const values = new BigInt64Array(count);
  let value = reader.zigzag64();
  if (count > 0) values[0] = value;
  for (let seen = 1; seen < count; ) {
    const least = reader.zigzag64();
    const widths = reader.take(miniblocks);
    for (let m = 0; m < miniblocks && seen < count; m++) {
      const width = widths[m];
      if (width > 64) throw new Error('its page of differences is damaged');
      const bytes = reader.take((perMiniblock * width) / 8);
      for (let i = 0; i < perMiniblock && seen < count; i++) {
        value = BigInt.asIntN(64, value + least + bitsOf(bytes, i * width, width));
        values[seen++] = value;
      }
    }
  }
  return values;
}

/** Texts as `DELTA_LENGTH_BYTE_ARRAY`: all lengths, then all bytes. */
export function readLengths(reader: ByteReader, count: number): Uint8Array[] {
  const lengths = readDeltas(reader, count);
  return Array.from(lengths, (length) => reader.take(Number(length)));
}

/** Texts as `DELTA_BYTE_ARRAY`: how much each shares with the one before, and its rest. */
export function readPrefixed(reader: ByteReader, count: number, budget: Budget): Uint8Array[] {
  const prefixes = readDeltas(reader, count);
  const rests = readLengths(reader, count);
  let last: Uint8Array = new Uint8Array();
  return rests.map((rest, i) => {
    const shared = Number(prefixes[i]);
    if (shared < 0 || shared > last.length) throw new Error('its page of prefixes is damaged');
    budget.spend(shared);
    const text = new Uint8Array(shared + rest.length);
    text.set(last.subarray(0, shared));
    text.set(rest, shared);
    last = text;
    return text;
  });
}

function bitsOf(bytes: Uint8Array, start: number, width: number): bigint {
  let value = 0n;
  for (let done = 0; done < width; ) {
    const at = start + done;
    const take = Math.min(8 - (at & 7), width - done);
    const bits = (bytes[at >> 3] >> (at & 7)) & (2 ** take - 1);
    value |= BigInt(bits) << BigInt(done);
    done += take;
  }
  return value;
}
