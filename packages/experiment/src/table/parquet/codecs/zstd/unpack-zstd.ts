import { ByteReader } from '../../byte-reader.ts';
import { Output } from '../output.ts';
import type { HuffmanTable } from './huffman.ts';
import { readLiterals } from './literals.ts';
import { runSequences, type SequenceState } from './sequences.ts';

const MAGIC = 0xfd2fb528;
/** The magic of a frame to skip, without its lowest four bits. */
const SKIPPABLE = 0x184d2a50;
const CHECKSUM_BYTES = 4;

/**
 * Unpacks Zstandard, RFC 8878: polars' own choice for Parquet. Nothing is written beyond `length`,
 * whatever the frames say. Checksums are not compared.
 */
export function unpackZstd(packed: Uint8Array, length: number): Uint8Array {
  const reader = new ByteReader(packed);
  const output = new Output(length);
  while (reader.left > 0) {
    const magic = reader.uint32();
    if (magic === MAGIC) unpackFrame(reader, output);
    else if (magic - (magic % 16) === SKIPPABLE) reader.take(reader.uint32());
    else throw new Error('it has a damaged page');
  }
  return output.whole();
}

function unpackFrame(reader: ByteReader, output: Output): void {
  const head = reader.byte();
  const isSingle = (head & 0x20) !== 0;
  const dictionaryBytes = [0, 1, 2, 4][head & 3];
  const sizeBytes = [isSingle ? 1 : 0, 2, 4, 8][head >> 6];
  // The size of the window and of the content are what the header of the page says at most.
  reader.take((isSingle ? 0 : 1) + dictionaryBytes + sizeBytes);
  const state: SequenceState = { distances: [1, 4, 8] };
  let table: HuffmanTable | undefined;
  for (let isLast = false; !isLast; ) {
    const block = reader.byte() + reader.byte() * 2 ** 8 + reader.byte() * 2 ** 16;
    isLast = block % 2 === 1;
    const size = block >> 3;
    switch ((block >> 1) & 3) {
      case 0:
        output.push(reader.take(size));
        break;
      case 1:
        output.fill(reader.byte(), size);
        break;
      case 2: {
        const own = new ByteReader(reader.take(size));
        const found = readLiterals(own, table);
        table = found.table;
        runSequences(own, found.literals, state, output);
        break;
      }
      default:
        throw new Error('it has a damaged page');
    }
  }
  if ((head & 4) !== 0) reader.take(CHECKSUM_BYTES);
}
