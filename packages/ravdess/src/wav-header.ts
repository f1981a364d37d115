import { RavdessError } from './ravdess-error.ts';
import { type Fail, findRiffChunks } from './riff-chunks.ts';

/** What a WAV file says about its samples, checked against the bytes that are there. */
export interface WavHeader {
  encoding: 'pcm' | 'float' | 'alaw' | 'mulaw';
  /** 1 to 1024. */
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
/** As many as libsndfile reads. */
const MAX_CHANNELS = 1024;
/** The end of every WAVE_FORMAT_EXTENSIBLE sub-format GUID that wraps a plain format tag. */
const GUID_TAIL = [0x80, 0x00, 0x00, 0xaa, 0x00, 0x38, 0x9b, 0x71];

/**
 * Reads the header of a WAV file (RIFF, RIFX, RF64, BW64) without touching its samples, and
 * checks that every byte it promises is there. Chunks that are not needed are stepped over.
 * A file whose writer left the data size at 0xFFFFFFFF, as pipes do, reaches to its end.
 *
 * @throws {RavdessError} `not-wav`, `truncated-wav`, `malformed-wav`, `unsupported-wav` or
 *   `empty-wav`; `bad-argument` for an `ArrayBuffer` or whatever else is no `Uint8Array`.
 */
export function readWavHeader(bytes: Uint8Array, { name }: { name?: string } = {}): WavHeader {
  return parseWavHeader('readWavHeader', bytes, name);
}

/** `readWavHeader` with errors in the name of another function. */
export function parseWavHeader(caller: string, bytes: Uint8Array, name?: string): WavHeader {
  const fail: Fail = (code, expected, got) => {
    const message = `${caller}: ${name ?? '`bytes`'} ${expected}, got ${got}`;
    throw new RavdessError(code, message, { file: name });
  };
  const kind = Object.prototype.toString.call(bytes).slice('[object '.length, -1);
  // Buffers and arrays of other windows are of this kind too; `file.arrayBuffer()` gives another.
  if (kind !== 'Uint8Array') fail('bad-argument', 'must be a Uint8Array', kind);
  const { format, data, littleEndian } = findRiffChunks(bytes, fail);
  const view = new DataView(bytes.buffer, bytes.byteOffset + format.offset, format.size);
  let tag = view.getUint16(0, littleEndian);
  const channels = view.getUint16(2, littleEndian);
  const sampleRate = view.getUint32(4, littleEndian);
  const blockAlign = view.getUint16(12, littleEndian);
  const bits = view.getUint16(14, littleEndian);

  if (tag === EXTENSIBLE) {
    if (format.size < 40) {
      fail('malformed-wav', 'must have 40 bytes in its extensible fmt chunk', format.size);
    }
    tag = view.getUint32(24, littleEndian);
    if (GUID_TAIL.some((byte, i) => view.getUint8(32 + i) !== byte)) {
      fail('unsupported-wav', 'must have a standard sub-format', 'another GUID');
    }
  }
  const encoding = ENCODINGS[tag];
  if (encoding === undefined) {
    fail('unsupported-wav', 'must be PCM, float, A-law or µ-law', `format tag ${tag}`);
  }
  if (channels === 0) fail('malformed-wav', 'must have a channel or more', 0);
  if (channels > MAX_CHANNELS) {
    fail('unsupported-wav', `must have at most ${MAX_CHANNELS} channels`, channels);
  }
  if (sampleRate === 0) fail('malformed-wav', 'must have a sample rate above 0', 0);
  const bytesPerSample = blockAlign / channels;
  if (!Number.isInteger(bytesPerSample) || bytesPerSample * 8 < bits || bits === 0) {
    const got = `${blockAlign} bytes for ${channels} × ${bits} bits`;
    fail('malformed-wav', 'must have a block that fits its samples', got);
  }
  if (!WIDTHS[encoding].includes(bytesPerSample)) {
    const expected = `must have ${encoding} samples of ${WIDTHS[encoding].join(' or ')} bytes`;
    fail('unsupported-wav', expected, bytesPerSample);
  }
  const frames = Math.floor(data.size / blockAlign);
  if (frames === 0) {
    fail('empty-wav', `must hold a frame of ${blockAlign} bytes or more`, data.size);
  }
  const dataOffset = data.offset;
  return { encoding, channels, sampleRate, bytesPerSample, frames, dataOffset, littleEndian };
}
