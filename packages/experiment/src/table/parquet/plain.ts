import type { ByteReader } from './byte-reader.ts';
import type { ParquetColumn } from './column.ts';

/** Values as a page has them, before they mean anything. */
export type RawValues =
  | Float32Array
  | Float64Array
  | Int32Array
  | BigInt64Array
  | readonly Uint8Array[];

/** Bytes of the length before each text. */
const LENGTH_BYTES = 4;

/** Values that stand one after the other: `PLAIN`. */
export function readPlain(
  reader: ByteReader,
  { physical, width }: Pick<ParquetColumn, 'physical' | 'width'>,
  count: number,
): RawValues {
  switch (physical) {
    case 'float':
      return new Float32Array(reader.copy(4 * count));
    case 'double':
      return new Float64Array(reader.copy(8 * count));
    case 'int32':
      return new Int32Array(reader.copy(4 * count));
    case 'int64':
      return new BigInt64Array(reader.copy(8 * count));
    case 'fixed':
      if (width < 1 || width * count > reader.left) throw new Error('it ends too early');
      return Array.from({ length: count }, () => reader.take(width));
    case 'bytes':
      if (LENGTH_BYTES * count > reader.left) throw new Error('it ends too early');
      return Array.from({ length: count }, () => reader.take(reader.uint32()));
    default:
      throw new Error(`it holds values of the type ${physical}`);
  }
}

/** Bytes of the values of each type that has a width. */
const WIDTHS = { float: 4, double: 8, int32: 4, int64: 8 } as const;

/** Values whose first bytes stand together, then their second ones: `BYTE_STREAM_SPLIT`. */
export function joinStreams(
  reader: ByteReader,
  { physical, width }: Pick<ParquetColumn, 'physical' | 'width'>,
  count: number,
): Uint8Array {
  const isKnown = physical !== undefined && physical in WIDTHS;
  const size = isKnown ? WIDTHS[physical as keyof typeof WIDTHS] : width;
  const streams = reader.take(size * count);
  const joined = new Uint8Array(size * count);
  for (let b = 0; b < size; b++) {
    for (let i = 0; i < count; i++) joined[i * size + b] = streams[b * count + i];
  }
  return joined;
}
