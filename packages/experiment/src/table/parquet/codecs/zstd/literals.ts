import { ByteReader } from '../../byte-reader.ts';
import { decodeHuffman, type HuffmanTable, readHuffman } from './huffman.ts';

/** The most bytes that a block stands for. */
const MOST_BLOCK = 131_072;

/** Bits of each size, and bytes of the header, by the format of packed literals. */
const FORMATS = [
  [10, 3],
  [10, 3],
  [14, 4],
  [18, 5],
] as const;

/** Reads the literals of a block: as they are, one repeated, or as Huffman's codes. */
export function readLiterals(
  reader: ByteReader,
  earlier: HuffmanTable | undefined,
): { literals: Uint8Array; table: HuffmanTable | undefined } {
  const head = reader.bytes[reader.offset] ?? 0;
  const type = head & 3;
  const format = (head >> 2) & 3;
  if (type < 2) {
    const bytes = format % 2 === 0 ? 1 : (format + 3) >> 1;
    const size = Math.floor(littleEndian(reader.take(bytes)) / (bytes === 1 ? 8 : 16));
    checkSize(size);
    const literals = type === 0 ? reader.take(size) : new Uint8Array(size).fill(reader.byte());
    return { literals, table: earlier };
  }
  const [width, headBytes] = FORMATS[format];
  const sizes = Math.floor(littleEndian(reader.take(headBytes)) / 16);
  const size = sizes % 2 ** width;
  checkSize(size);
  const own = new ByteReader(reader.take(Math.floor(sizes / 2 ** width)));
  const table = type === 2 ? readHuffman(own) : earlier;
  if (!table) throw new Error('it has a damaged page');
  const literals = new Uint8Array(size);
  decodeStreams(table, own, literals, format === 0 ? 1 : 4);
  return { literals, table };
}

/** Four streams hold a quarter each, and the first three have their lengths before them. */
function decodeStreams(
  table: HuffmanTable,
  reader: ByteReader,
  out: Uint8Array,
  count: number,
): void {
  if (count === 1) {
    decodeHuffman(table, reader.take(reader.left), out);
    return;
  }
  const lengths = [0, 1, 2].map(() => littleEndian(reader.take(2)));
  const part = (out.length + 3) >> 2;
  for (let i = 0; i < count; i++) {
    const bytes = reader.take(lengths[i] ?? reader.left);
    const end = i < count - 1 ? (i + 1) * part : out.length;
    decodeHuffman(table, bytes, out.subarray(i * part, end));
  }
}

function littleEndian(bytes: Uint8Array): number {
  return bytes.reduce((value, byte, i) => value + byte * 2 ** (8 * i), 0);
}

function checkSize(size: number): void {
  if (size > MOST_BLOCK) throw new Error('it has a damaged page');
}
