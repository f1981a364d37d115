import { asciiAt } from './ascii-at.ts';
import { dataSize } from './data-size.ts';
import { isEndOfChunks } from './is-end-of-chunks.ts';
import { CHUNK_HEADER_BYTES, nextChunk, SIZE_OFFSET } from './next-chunk.ts';
import { readDs64 } from './read-ds64.ts';
import type { WavReporter } from './wav-reporter.ts';

/** A part of the file, in bytes from its start. */
export interface ByteRange {
  offset: number;
  size: number;
}

/** The two chunks that a WAV must have, both wholly present. */
export interface RiffChunks {
  format: ByteRange;
  data: ByteRange;
  littleEndian: boolean;
}

/** "RIFF", the file's size and "WAVE". */
const FILE_HEADER_BYTES = 12;
/** The least bytes of `fmt ` and of `ds64`. */
const MIN_CHUNK_BYTES = 16;
/** More than any writer puts into a file. It ends the search in a file of zeros. */
const MAX_CHUNKS = 1000;

/**
 * Finds `fmt ` and `data` in a RIFF, RIFX, RF64 or BW64 file that begins at `start`, and steps over
 * everything else.
 */
export function findRiffChunks(
  bytes: Uint8Array,
  start: number,
  truncated: 'error' | 'read',
  reporter: WavReporter,
): RiffChunks {
  const { fail, note } = reporter;
  if (bytes.length < start + FILE_HEADER_BYTES) {
    fail('truncated-wav', `must have ${start + FILE_HEADER_BYTES} bytes or more`, bytes.length);
  }
  const container = asciiAt(bytes, start, 4);
  const littleEndian = container !== 'RIFX';
  const isRf64 = container === 'RF64' || container === 'BW64';
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let riffEnd = start + CHUNK_HEADER_BYTES + view.getUint32(start + SIZE_OFFSET, littleEndian);
  let format: ByteRange | undefined;
  let data: ByteRange | undefined;
  let size64: number | undefined;
  let at = start + FILE_HEADER_BYTES;
  let chunks = 0;
  for (; chunks < MAX_CHUNKS; chunks++) {
    const offset = at + CHUNK_HEADER_BYTES;
    if (offset > bytes.length) break;
    const id = asciiAt(bytes, at, 4);
    const present = bytes.length - offset;
    let size = view.getUint32(at + SIZE_OFFSET, littleEndian);

    if (id === 'data') {
      const claims = { offset, size, size64, isRf64, riffEnd, littleEndian, truncated };
      size = dataSize(view, claims, reporter);
      if (data && data.size > 0 && size > 0) {
        // FFmpeg joins them, SoX reads the first, Chromium the last, libsndfile the last or none.
        const got = `another of ${size} bytes at byte ${at}`;
        fail('malformed-wav', 'must have one chunk "data"', got);
      }
      if (data) note('second-data', 'must have one chunk "data"', 'an empty one beside it');
      if (!data || size > 0) data = { offset, size };
    } else if (format && data && data.size > 0) {
      if (isEndOfChunks(bytes, at, size, reporter)) break;
    } else if (id === 'fmt ' || id === 'ds64') {
      if (size > present) {
        fail('truncated-wav', `must have ${size} bytes in its chunk "${id}"`, present);
      }
      if (size < MIN_CHUNK_BYTES) {
        const expected = `must have ${MIN_CHUNK_BYTES} bytes or more in its chunk "${id}"`;
        fail('malformed-wav', expected, size);
      }
      if (id === 'fmt ') {
        if (format) fail('malformed-wav', 'must have one chunk "fmt "', 'another');
        format = { offset, size };
      } else {
        const { fileSize, dataSize: samples } = readDs64(view, offset, littleEndian);
        if (isRf64) riffEnd = start + CHUNK_HEADER_BYTES + fileSize;
        size64 = samples;
      }
    }
    at = nextChunk(view, offset + size, size, littleEndian, reporter);
  }
  if (format && data) return { format, data, littleEndian };
  return fail(
    riffEnd > bytes.length ? 'truncated-wav' : 'malformed-wav',
    `must have a chunk "${format ? 'data' : 'fmt '}"`,
    `${bytes.length} bytes and ${chunks} chunks without it`,
  );
}
