import { CorpusError } from '../../corpus-error.ts';
import { ENCODINGS } from '../encodings/encodings.ts';
import type { WavHeader } from '../wav-header.ts';
import { type Fail, findRiffChunks } from './riff-chunks.ts';

/** The format tag of WAVE_FORMAT_EXTENSIBLE: the true tag is in the sub-format GUID. */
const EXTENSIBLE = 0xfffe;
/** The bytes of such a chunk, and the offsets of its GUID and of the GUID's fixed part. */
const EXTENSIBLE_BYTES = 40;
const GUID_OFFSET = 24;
const GUID_TAIL_OFFSET = 32;
/** Offsets in the fmt chunk, which begins with the format tag. */
const CHANNELS_OFFSET = 2;
const SAMPLE_RATE_OFFSET = 4;
const BLOCK_ALIGN_OFFSET = 12;
const BITS_OFFSET = 14;

/** The most channels that libsndfile reads. */
const MAX_CHANNELS = 1024;
/** The fixed part of every GUID that holds a plain format tag. */
const GUID_TAIL = [0x80, 0x00, 0x00, 0xaa, 0x00, 0x38, 0x9b, 0x71];

/** `readWavHeader` for other functions: its errors name the caller. */
export function parseWavHeader(caller: string, bytes: Uint8Array, name?: string): WavHeader {
  const fail: Fail = (code, expected, got) => {
    const message = `${caller}: ${name ?? '`bytes`'} ${expected}, got ${got}`;
    throw new CorpusError(code, message, { file: name });
  };
  const kind = Object.prototype.toString.call(bytes).slice('[object '.length, -1);
  // Unlike `instanceof`, this is true of a Uint8Array of another window.
  if (kind !== 'Uint8Array') fail('bad-argument', 'must be a Uint8Array', kind);
  const { format, data, littleEndian } = findRiffChunks(bytes, fail);
  const view = new DataView(bytes.buffer, bytes.byteOffset + format.offset, format.size);
  let tag = view.getUint16(0, littleEndian);
  const channels = view.getUint16(CHANNELS_OFFSET, littleEndian);
  const sampleRate = view.getUint32(SAMPLE_RATE_OFFSET, littleEndian);
  const blockAlign = view.getUint16(BLOCK_ALIGN_OFFSET, littleEndian);
  const bits = view.getUint16(BITS_OFFSET, littleEndian);

  if (tag === EXTENSIBLE) {
    if (format.size < EXTENSIBLE_BYTES) {
      const expected = `must have ${EXTENSIBLE_BYTES} bytes in its extensible fmt chunk`;
      fail('malformed-wav', expected, format.size);
    }
    tag = view.getUint32(GUID_OFFSET, littleEndian);
    if (GUID_TAIL.some((byte, i) => view.getUint8(GUID_TAIL_OFFSET + i) !== byte)) {
      fail('unsupported-wav', 'must have a standard sub-format', 'another GUID');
    }
  }
  const encoding = Object.values(ENCODINGS).find((each) => each.tag === tag);
  if (encoding === undefined) {
    return fail('unsupported-wav', 'must be PCM, float, A-law or µ-law', `format tag ${tag}`);
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
  const { name: encodingName, widths } = encoding;
  if (!widths.includes(bytesPerSample)) {
    const expected = `must have ${encodingName} samples of ${widths.join(' or ')} bytes`;
    fail('unsupported-wav', expected, bytesPerSample);
  }
  const frames = Math.floor(data.size / blockAlign);
  if (frames === 0) {
    fail('empty-wav', `must hold a frame of ${blockAlign} bytes or more`, data.size);
  }
  return {
    encoding: encodingName,
    channels,
    sampleRate,
    bytesPerSample,
    frames,
    dataOffset: data.offset,
    littleEndian,
  };
}
