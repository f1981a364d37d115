import type { CorpusErrorCode } from '../../corpus-error.ts';

/** A part of the file, in bytes from its start. */
interface ByteRange {
  offset: number;
  size: number;
}

/** The two chunks that a WAV must have, both wholly present. */
export interface RiffChunks {
  format: ByteRange;
  data: ByteRange;
  littleEndian: boolean;
}

/** Throws the error for a file that must be one thing and is another. */
export type Fail = (code: CorpusErrorCode, expected: string, got: string | number) => never;

/** The size where it is not known. RF64 has it in `ds64`; a writer to a pipe never knows it. */
const UNKNOWN_SIZE = 0xffffffff;
/** The chunks that matter, by their names as big-endian numbers. */
const CHUNK_NAMES: ReadonlyMap<number, string> = new Map([
  [0x666d7420, 'fmt '],
  [0x64617461, 'data'],
  [0x64733634, 'ds64'],
]);
/** "RIFF", the file's size and "WAVE". */
const FILE_HEADER_BYTES = 12;
/** A chunk's name and size. */
const CHUNK_HEADER_BYTES = 8;

/** Where the file and each chunk have their size, the file its form type, and ds64 that of data. */
const SIZE_OFFSET = 4;
const FORM_TYPE_OFFSET = 8;
const DS64_DATA_SIZE_OFFSET = 8;
/** The least bytes of `fmt ` and of `ds64`. */
const MIN_CHUNK_BYTES = 16;
/** More than any writer puts before the samples. It ends the search in a file of zeros. */
const MAX_CHUNKS = 1000;

/** Finds `fmt ` and `data` in a RIFF, RIFX, RF64 or BW64 file and steps over everything else. */
export function findRiffChunks(bytes: Uint8Array, fail: Fail): RiffChunks {
  const container = fourCC(bytes, 0);
  if (!['RIFF', 'RIFX', 'RF64', 'BW64'].includes(container)) {
    const got = bytes.length === 0 ? 'no bytes at all' : JSON.stringify(container);
    fail('not-wav', 'must begin with RIFF, RIFX or RF64', got);
  }
  if (bytes.length < FILE_HEADER_BYTES) {
    fail('truncated-wav', `must have ${FILE_HEADER_BYTES} bytes or more`, bytes.length);
  }
  if (fourCC(bytes, FORM_TYPE_OFFSET) !== 'WAVE') {
    fail(
      'not-wav',
      'must have the form type "WAVE"',
      JSON.stringify(fourCC(bytes, FORM_TYPE_OFFSET)),
    );
  }

  const littleEndian = container !== 'RIFX';
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let format: ByteRange | undefined;
  let data: ByteRange | undefined;
  let dataSize64: number | undefined;
  let at = FILE_HEADER_BYTES;
  let chunks = 0;
  for (; chunks < MAX_CHUNKS && !(format && data); chunks++) {
    const offset = at + CHUNK_HEADER_BYTES;
    if (offset > bytes.length) break;
    const id = CHUNK_NAMES.get(view.getUint32(at));
    const present = bytes.length - offset;
    let size = view.getUint32(at + SIZE_OFFSET, littleEndian);
    if (id === 'data' && size === UNKNOWN_SIZE) size = dataSize64 ?? present;
    if (id && size > present) {
      fail('truncated-wav', `must have ${size} bytes in its chunk "${id}"`, present);
    }
    if (id && id !== 'data' && size < MIN_CHUNK_BYTES) {
      fail(
        'malformed-wav',
        `must have ${MIN_CHUNK_BYTES} bytes or more in its chunk "${id}"`,
        size,
      );
    }
    if (id === 'fmt ' && format) fail('malformed-wav', 'must have one chunk "fmt "', 'another');
    if (id === 'fmt ') format = { offset, size };
    if (id === 'data') data = { offset, size };
    // Not exact beyond 2^53 bytes; no file is that long.
    if (id === 'ds64')
      dataSize64 = Number(view.getBigUint64(offset + DS64_DATA_SIZE_OFFSET, littleEndian));
    at = offset + size + (size % 2); // chunks start at even offsets
  }
  if (format && data) return { format, data, littleEndian };
  const cut = view.getUint32(SIZE_OFFSET, littleEndian) + CHUNK_HEADER_BYTES > bytes.length;
  return fail(
    cut ? 'truncated-wav' : 'malformed-wav',
    `must have a chunk "${format ? 'data' : 'fmt '}"`,
    `${bytes.length} bytes and ${chunks} chunks without it`,
  );
}

function fourCC(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}
