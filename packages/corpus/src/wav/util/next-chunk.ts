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
  view: DataView,
  end: number,
  size: number,
  littleEndian: boolean,
  { note }: Pick<WavReporter, 'note'>,
): number {
  if (size % 2 === 0) return end;
  const padded = end + 1;
  if (isChunk(view, padded, littleEndian) || !isChunk(view, end, littleEndian)) return padded;
  note('missing-padding', `must have a byte of padding at byte ${end}`, 'a chunk');
  return end;
}

/** More than any writer puts behind the samples. */
const MAX_CHUNKS = 1000;

/** Whether the bytes from `start` to the end of the file are chunks, one or more. */
export function areChunks(view: DataView, start: number, littleEndian: boolean): boolean {
  let at = start;
  for (let chunks = 0; chunks < MAX_CHUNKS && isChunk(view, at, littleEndian); chunks++) {
    const size = view.getUint32(at + SIZE_OFFSET, littleEndian);
    at = nextChunk(view, at + CHUNK_HEADER_BYTES + size, size, littleEndian, { note: () => {} });
  }
  return at > start && at + CHUNK_HEADER_BYTES > view.byteLength;
}

function isChunk(view: DataView, at: number, littleEndian: boolean): boolean {
  const present = view.byteLength - at - CHUNK_HEADER_BYTES;
  return (
    present >= 0 &&
    isFourCC(new Uint8Array(view.buffer, view.byteOffset, view.byteLength), at) &&
    view.getUint32(at + SIZE_OFFSET, littleEndian) <= present
  );
}
