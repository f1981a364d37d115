import { RavdessError, type RavdessErrorCode } from './ravdess-error.ts';

/** What a WAV file says about its samples, checked against the bytes that are there. */
export interface WavHeader {
  encoding: 'pcm' | 'float' | 'alaw' | 'mulaw';
  channels: number;
  /** Hz. */
  sampleRate: number;
  /** Bytes of one sample of one channel. PCM narrower than that is left-justified in it. */
  bytesPerSample: number;
  /** Samples of one channel. */
  frames: number;
  /** Where the first sample starts, in bytes from the start of the file. */
  dataOffset: number;
  littleEndian: boolean;
}

const ENCODINGS: Readonly<Record<number, WavHeader['encoding']>> = {
  1: 'pcm',
  3: 'float',
  6: 'alaw',
  7: 'mulaw',
};
const WIDTHS: Readonly<Record<WavHeader['encoding'], readonly number[]>> = {
  pcm: [1, 2, 3, 4],
  float: [4, 8],
  alaw: [1],
  mulaw: [1],
};
const EXTENSIBLE = 0xfffe;
/** The end of every WAVE_FORMAT_EXTENSIBLE sub-format GUID that wraps a plain format tag. */
const GUID_TAIL = [0x80, 0x00, 0x00, 0xaa, 0x00, 0x38, 0x9b, 0x71];
/** A size that is not known: RF64 keeps it in `ds64`, a writer to a pipe never learns it. */
const UNKNOWN_SIZE = 0xffffffff;

/**
 * Reads the header of a WAV file (RIFF, RIFX, RF64, BW64) without touching its samples, and
 * checks that every byte it promises is there. Chunks that are not needed are stepped over.
 * A file whose writer left the data size at 0xFFFFFFFF, as pipes do, reaches to its end.
 *
 * @throws {RavdessError} `not-wav`, `truncated-wav`, `malformed-wav`, `unsupported-wav` or
 *   `empty-wav`.
 */
export function readWavHeader(bytes: Uint8Array, { name }: { name?: string } = {}): WavHeader {
  const fail = (code: RavdessErrorCode, expected: string, got: string): never => {
    throw new RavdessError(code, `readWavHeader: ${name ?? '`bytes`'} ${expected}, got ${got}`, {
      file: name,
    });
  };
  const container = bytes.length === 0 ? '' : fourCC(bytes, 0);
  if (!['RIFF', 'RIFX', 'RF64', 'BW64'].includes(container)) {
    const start = bytes.length === 0 ? 'no bytes at all' : JSON.stringify(fourCC(bytes, 0));
    fail('not-wav', 'must begin with RIFF, RIFX or RF64', start);
  }
  if (bytes.length < 12) fail('truncated-wav', 'must have 12 bytes or more', `${bytes.length}`);
  if (fourCC(bytes, 8) !== 'WAVE') {
    fail('not-wav', 'must have the form type "WAVE"', JSON.stringify(fourCC(bytes, 8)));
  }

  const littleEndian = container !== 'RIFX';
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let format = 0;
  let formatSize = 0;
  let data = 0;
  let dataSize = 0;
  let dataSize64: number | undefined;
  // The first chunk begins after "RIFF", the file's size and "WAVE"; chunks have even sizes.
  for (let at = 12; (!format || !data) && at + 8 <= bytes.length; ) {
    const id = fourCC(bytes, at);
    let size = view.getUint32(at + 4, littleEndian);
    const body = at + 8;
    const present = bytes.length - body;
    if (id === 'data') {
      if (size === UNKNOWN_SIZE) size = dataSize64 ?? present;
      if (size > present) {
        fail('truncated-wav', `must have ${size} bytes in its data chunk`, `${present}`);
      }
      data = body;
      dataSize = size;
    } else if (id === 'fmt ' || id === 'ds64') {
      if (size > present) {
        fail('truncated-wav', `must have ${size} bytes in its chunk "${id}"`, `${present}`);
      }
      if (size < 16) {
        fail('malformed-wav', `must have 16 bytes or more in its chunk "${id}"`, `${size}`);
      }
      if (id === 'fmt ') {
        format = body;
        formatSize = size;
      } else {
        // Exact up to 2^53 bytes; anything near is far beyond what is present.
        dataSize64 = Number(view.getBigUint64(body + 8, littleEndian));
      }
    }
    at = body + size + (size % 2);
  }
  if (!format || !data) {
    const cut = view.getUint32(4, littleEndian) + 8 > bytes.length;
    fail(
      cut ? 'truncated-wav' : 'malformed-wav',
      `must have a chunk "${format ? 'data' : 'fmt '}"`,
      `${bytes.length} bytes without one`,
    );
  }

  let tag = view.getUint16(format, littleEndian);
  const channels = view.getUint16(format + 2, littleEndian);
  const sampleRate = view.getUint32(format + 4, littleEndian);
  const blockAlign = view.getUint16(format + 12, littleEndian);
  const bits = view.getUint16(format + 14, littleEndian);
  if (tag === EXTENSIBLE) {
    if (formatSize < 40) {
      fail('malformed-wav', 'must have 40 bytes in its extensible fmt chunk', `${formatSize}`);
    }
    tag = view.getUint32(format + 24, littleEndian);
    if (GUID_TAIL.some((byte, i) => bytes[format + 32 + i] !== byte)) {
      fail('unsupported-wav', 'must have a standard sub-format', 'another GUID');
    }
  }
  const encoding = ENCODINGS[tag];
  if (encoding === undefined) {
    fail('unsupported-wav', 'must be PCM, float, A-law or µ-law', `format tag ${tag}`);
  }
  if (channels === 0) fail('malformed-wav', 'must have a channel or more', '0');
  if (sampleRate === 0) fail('malformed-wav', 'must have a sample rate above 0', '0');
  const bytesPerSample = blockAlign / channels;
  if (!Number.isInteger(bytesPerSample) || bytesPerSample * 8 < bits || bits === 0) {
    const got = `${blockAlign} bytes for ${channels} × ${bits} bits`;
    fail('malformed-wav', 'must have a block that fits its samples', got);
  }
  if (!WIDTHS[encoding].includes(bytesPerSample)) {
    const expected = `must have ${encoding} samples of ${WIDTHS[encoding].join(' or ')} bytes`;
    fail('unsupported-wav', expected, `${bytesPerSample}`);
  }
  const frames = Math.floor(dataSize / blockAlign);
  if (frames === 0) {
    fail('empty-wav', `must hold a frame of ${blockAlign} bytes or more`, `${dataSize}`);
  }
  return {
    encoding,
    channels,
    sampleRate,
    bytesPerSample,
    frames,
    dataOffset: data,
    littleEndian,
  };
}

function fourCC(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}
