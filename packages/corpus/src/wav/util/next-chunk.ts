import { type FileBytes, textAt, u32At } from './file-bytes.ts';
import { isFourCC } from './is-four-cc.ts';
import type { WavReporter } from './wav-reporter.ts';

/** A chunk's name and size. */
export const CHUNK_HEADER_BYTES = 8;
/** Where a chunk has its size, and a file that of all its chunks. */
export const SIZE_OFFSET = 4;

/**
 * Where the chunk behind one that ends at `end` begins. A byte of padding follows a chunk of an odd
 * size. Some writers leave it out, which is believed where only so the next chunk has a name and a
 * size that fit.
 */
export function nextChunk(
  file: FileBytes,
  end: number,
  size: number,
  littleEndian: boolean,
  { note }: Pick<WavReporter, 'note'>,
): number {
  if (size % 2 === 0) return end;
  const padded = end + 1;
  // A name is looked at first: a file that is still coming knows it before it knows what fits.
  if (!isFourCC(file, end)) return padded;
  const isPadded = isChunk(file, padded, littleEndian, true);
  if (isPadded || !isChunk(file, end, littleEndian, true)) return padded;
  note('missing-padding', `must have a byte of padding at byte ${end}`, 'a chunk');
  return end;
}

/** More than any writer puts behind the samples. */
const MAX_CHUNKS = 1000;

/**
 * Whether the bytes from `start` to the end of the file are chunks, one or more. Of a long one in a
 * file that is still coming, only the name "data" is believed.
 */
export function areChunks(file: FileBytes, start: number, littleEndian: boolean): boolean {
  let at = start;
  for (let chunks = 0; chunks < MAX_CHUNKS; chunks++) {
    if (!isChunk(file, at, littleEndian, textAt(file, at, 4) === 'data')) break;
    const size = u32At(file, at + SIZE_OFFSET, littleEndian);
    at = nextChunk(file, at + CHUNK_HEADER_BYTES + size, size, littleEndian, { note: () => {} });
  }
  return at > start && file.slice(at, CHUNK_HEADER_BYTES).length < CHUNK_HEADER_BYTES;
}

/** @param guess Whether a chunk is believed to fit that ends where the file has not come to. */
function isChunk(file: FileBytes, at: number, littleEndian: boolean, guess: boolean): boolean {
  if (!isFourCC(file, at)) return false;
  if (file.slice(at, CHUNK_HEADER_BYTES).length < CHUNK_HEADER_BYTES) return false;
  const size = u32At(file, at + SIZE_OFFSET, littleEndian);
  return file.reaches(at + CHUNK_HEADER_BYTES + size, guess);
}
