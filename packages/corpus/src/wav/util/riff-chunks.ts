import { dataSize } from './data-size.ts';
import { type FileBytes, textAt, u32At } from './file-bytes.ts';
import { isEndOfChunks } from './is-end-of-chunks.ts';
import { CHUNK_HEADER_BYTES, nextChunk, SIZE_OFFSET } from './next-chunk.ts';
import { readDs64 } from './read-ds64.ts';
import type { WavReporter } from './wav-reporter.ts';

/** A part of the file, in bytes from its start. */
export interface ByteRange {
  offset: number;
  size: number;
}

/** What the chunk `fmt ` begins with: all that readers know of, and fewer in a shorter one. */
export interface FormatChunk {
  bytes: Uint8Array;
  /** The bytes of the whole chunk. */
  size: number;
}

/** The two chunks that a WAV must have, both wholly present. */
export interface RiffChunks {
  format: FormatChunk;
  data: ByteRange;
  littleEndian: boolean;
}

/** "RIFF", the file's size and "WAVE". */
const FILE_HEADER_BYTES = 12;
/** The most that is read of `fmt `. */
const MAX_FORMAT_BYTES = 40;
/** The least bytes of `fmt ` and of `ds64`. */
const MIN_CHUNK_BYTES = 16;
/** More than any writer puts into a file. It ends the search in a file of zeros. */
const MAX_CHUNKS = 1000;

/**
 * Finds `fmt ` and `data` in a RIFF, RIFX, RF64 or BW64 file that begins at `start`, and steps over
 * everything else.
 *
 * @param until Where the search ends in a file that is still coming: at the first chunk of samples,
 *   or behind them, where a second one would be.
 */
export function findRiffChunks(
  file: FileBytes,
  start: number,
  truncated: 'error' | 'read',
  reporter: WavReporter,
  until: 'samples' | 'end' = 'end',
): RiffChunks {
  const { fail, note } = reporter;
  if (file.slice(start, FILE_HEADER_BYTES).length < FILE_HEADER_BYTES) {
    fail('truncated-wav', `must have ${start + FILE_HEADER_BYTES} bytes or more`, file.length);
  }
  const container = textAt(file, start, 4);
  const littleEndian = container !== 'RIFX';
  const isRf64 = container === 'RF64' || container === 'BW64';
  let riffEnd = start + CHUNK_HEADER_BYTES + u32At(file, start + SIZE_OFFSET, littleEndian);
  let format: FormatChunk | undefined;
  let data: ByteRange | undefined;
  let size64: number | undefined;
  let at = start + FILE_HEADER_BYTES;
  let chunks = 0;
  for (; chunks < MAX_CHUNKS; chunks++) {
    const offset = at + CHUNK_HEADER_BYTES;
    if (file.slice(at, CHUNK_HEADER_BYTES).length < CHUNK_HEADER_BYTES) break;
    const id = textAt(file, at, 4);
    let size = u32At(file, at + SIZE_OFFSET, littleEndian);

    if (id === 'data') {
      const claims = { offset, size, size64, isRf64, riffEnd, littleEndian, truncated };
      // What a second one is depends on where the file ends.
      if (format && data && data.size > 0) file.waitForEnd();
      size = dataSize(file, claims, reporter);
      if (data && data.size > 0 && size > 0) {
        // FFmpeg joins them, SoX reads the first, Chromium the last, libsndfile the last or none.
        const got = `another of ${size} bytes at byte ${at}`;
        fail('malformed-wav', 'must have one chunk "data"', got);
      }
      if (data) note('second-data', 'must have one chunk "data"', 'an empty one beside it');
      if (!data || size > 0) data = { offset, size };
      if (until === 'samples' && size > 0 && file.length === Number.POSITIVE_INFINITY) {
        if (format) return { format, data, littleEndian };
        waitForFormat(file, reporter);
      }
    } else if (format && data && data.size > 0) {
      if (isEndOfChunks(file, at, size, reporter)) break;
    } else if (id === 'fmt ' || id === 'ds64') {
      if (!file.reaches(offset + size, true)) {
        const expected = `must have ${size} bytes in its chunk "${id}"`;
        fail('truncated-wav', expected, file.length - offset);
      }
      if (size < MIN_CHUNK_BYTES) {
        const expected = `must have ${MIN_CHUNK_BYTES} bytes or more in its chunk "${id}"`;
        fail('malformed-wav', expected, size);
      }
      if (id === 'fmt ') {
        if (format) fail('malformed-wav', 'must have one chunk "fmt "', 'another');
        format = { bytes: file.slice(offset, Math.min(size, MAX_FORMAT_BYTES)), size };
      } else {
        const { fileSize, dataSize: samples } = readDs64(file, offset, littleEndian);
        if (isRf64) riffEnd = start + CHUNK_HEADER_BYTES + fileSize;
        size64 = samples;
      }
    }
    at = nextChunk(file, offset + size, size, littleEndian, reporter);
  }
  if (format && data) return { format, data, littleEndian };
  file.waitForEnd();
  return fail(
    riffEnd > file.length ? 'truncated-wav' : 'malformed-wav',
    `must have a chunk "${format ? 'data' : 'fmt '}"`,
    `${file.length} bytes and ${chunks} chunks without it`,
  );
}

/** Waits for a `fmt ` behind the samples, which would all have to be kept until it comes. */
function waitForFormat(file: FileBytes, { fail }: WavReporter): void {
  if (!file.reaches(Number.POSITIVE_INFINITY, true)) return;
  const got = 'the samples first: decode it whole with `decodeWav`';
  fail('unsupported-wav', 'must have its chunk "fmt " before its samples to be a stream', got);
}
