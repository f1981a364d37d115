import type { Budget } from './budget.ts';
import { ByteReader } from './byte-reader.ts';
import { decompress } from './codecs/decompress.ts';
import type { ParquetColumn } from './column.ts';
import { readDeltas, readLengths, readPrefixed } from './delta.ts';
import { readHybrid } from './hybrid.ts';
import { type PageHeader, readPageHeader } from './page-header.ts';
import { joinStreams, type RawValues, readPlain } from './plain.ts';

/** Numbers of the encodings in a file. */
const ENCODING = {
  plain: 0,
  plainDictionary: 2,
  rle: 3,
  deltaBinaryPacked: 5,
  deltaLengthByteArray: 6,
  deltaByteArray: 7,
  rleDictionary: 8,
  byteStreamSplit: 9,
} as const;

/** Bytes that a value takes while it is read, beyond those of its page. */
const VALUE_BYTES = 4;

/** The bytes of a column in one group of rows. */
export interface ColumnChunk {
  readonly bytes: Uint8Array;
  readonly codec: number;
  /** Of the group. */
  readonly rows: number;
}

/** What is done with the values of a column. */
export interface ColumnUse<T> {
  /** What the raw values mean. */
  convert(raw: RawValues): ArrayLike<T>;
  /**
   * Is told the values of the rows from `row`, of which `count` follow one another. Where `present`
   * is given, a row of 0 has none, and `values` are those of the others.
   */
  onPage(row: number, count: number, values: ArrayLike<T>, present: Uint32Array | undefined): void;
}

/**
 * Reads one column of a group of rows that is neither nested nor of booleans, page after page. It is
 * ours since libraries believe what a file says of its sizes; here each is held against the bytes
 * that are there, and against the budget, before memory is taken.
 */
export function readColumn<T>(
  { bytes, codec, rows }: ColumnChunk,
  column: ParquetColumn,
  budget: Budget,
  { convert, onPage }: ColumnUse<T>,
): void {
  const reader = new ByteReader(bytes);
  let dictionary: ArrayLike<T> | undefined;
  for (let row = 0; row < rows; ) {
    const header = readPageHeader(reader);
    const packed = reader.take(header.packed);
    if (header.kind === 'other') continue;
    if (header.kind !== 'dictionary' && header.values > rows - row) {
      throw new Error(`its column ${column.name} has more values than there are rows`);
    }
    budget.spend(header.unpacked + VALUE_BYTES * header.values);
    const page = unpackPage(packed, header, codec);
    if (header.kind === 'dictionary') {
      dictionary = convert(readPlain(new ByteReader(page), column, header.values));
      continue;
    }
    const { present, reader: values, count } = readLevels(page, header, column);
    const found = readValues(values, count, { header, column, dictionary, convert, budget });
    if (found.length < count) throw new Error(`its column ${column.name} ends too early`);
    onPage(row, header.values, found, count < header.values ? present : undefined);
    row += header.values;
  }
}

function unpackPage(packed: Uint8Array, header: PageHeader, codec: number): Uint8Array {
  if (header.kind !== 'data-v2') return decompress(codec, packed, header.unpacked);
  const levels = header.levels[0] + header.levels[1];
  if (levels > Math.min(packed.length, header.unpacked)) throw new Error('its page is damaged');
  const page = new Uint8Array(header.unpacked);
  page.set(packed.subarray(0, levels));
  const rest = packed.subarray(levels);
  const length = header.unpacked - levels;
  // A page of nulls alone has no bytes, not even packed ones.
  if (length > 0) page.set(decompress(header.isCompressed ? codec : 0, rest, length), levels);
  return page;
}

/** Which values are there, and where those begin. */
function readLevels(
  page: Uint8Array,
  { kind, levels, values }: PageHeader,
  { isOptional }: ParquetColumn,
): { present?: Uint32Array; reader: ByteReader; count: number } {
  const reader = new ByteReader(page);
  if (kind === 'data-v2') reader.take(levels[0]);
  if (!isOptional) {
    if (kind === 'data-v2') reader.take(levels[1]);
    return { reader, count: values };
  }
  const own = new ByteReader(reader.take(kind === 'data-v2' ? levels[1] : reader.uint32()));
  const present = readHybrid(own, 1, values);
  return { present, reader, count: present.reduce((sum, level) => sum + level, 0) };
}

interface ValueParts<T> {
  header: PageHeader;
  column: ParquetColumn;
  dictionary: ArrayLike<T> | undefined;
  convert: ColumnUse<T>['convert'];
  budget: Budget;
}

function readValues<T>(
  reader: ByteReader,
  count: number,
  { header: { encoding }, column, dictionary, convert, budget }: ValueParts<T>,
): ArrayLike<T> {
  const { physical } = column;
  const isBytes = physical === 'bytes';
  const isInteger = physical === 'int32' || physical === 'int64';
  if (count === 0) return [];
  if (encoding === ENCODING.plain) return convert(readPlain(reader, column, count));
  if (encoding === ENCODING.plainDictionary || encoding === ENCODING.rleDictionary) {
    if (!dictionary) throw new Error(`its column ${column.name} lacks its dictionary`);
    return lookUp(dictionary, readHybrid(reader, reader.byte(), count), column);
  }
  if (encoding === ENCODING.byteStreamSplit) {
    const joined = joinStreams(reader, column, count);
    return convert(readPlain(new ByteReader(joined), column, count));
  }
  if (encoding === ENCODING.deltaBinaryPacked && isInteger) {
    return convert(readDeltas(reader, count));
  }
  if (encoding === ENCODING.deltaLengthByteArray && isBytes) {
    return convert(readLengths(reader, count));
  }
  if (encoding === ENCODING.deltaByteArray && isBytes) {
    return convert(readPrefixed(reader, count, budget));
  }
  throw new Error(`its column ${column.name} is encoded in a way that is not known (${encoding})`);
}

function lookUp<T>(
  dictionary: ArrayLike<T>,
  indices: Uint32Array,
  { name }: ParquetColumn,
): ArrayLike<T> {
  return Array.from(indices, (index) => {
    if (index < dictionary.length) return dictionary[index];
    throw new Error(`its column ${name} asks for more than its dictionary holds`);
  });
}
