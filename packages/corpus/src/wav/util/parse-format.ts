import type { Encoding } from '../encodings/encoding.ts';
import { ENCODINGS } from '../encodings/encodings.ts';
import { FORMAT_TAG_NAMES } from './format-tags.ts';
import type { FormatChunk } from './riff-chunks.ts';
import type { WavReporter } from './wav-reporter.ts';

/** What the chunk `fmt ` says, checked by itself. */
export interface WavFormat {
  encoding: Encoding;
  channels: number;
  sampleRate: number;
  /** Bytes of one sample by its bits. */
  bytesPerSample: number;
  bits: number;
  blockAlign: number;
}

/** The format tag of WAVE_FORMAT_EXTENSIBLE: the true tag is in the sub-format GUID. */
const EXTENSIBLE = 0xfffe;
/** The bytes of such a chunk, and the offsets of what it adds. */
const EXTENSIBLE_BYTES = 40;
const VALID_BITS_OFFSET = 18;
const GUID_OFFSET = 24;
const GUID_FIELDS_OFFSET = 28;
const GUID_TAIL_OFFSET = 32;
/** Offsets in the fmt chunk, which begins with the format tag. */
const CHANNELS_OFFSET = 2;
const SAMPLE_RATE_OFFSET = 4;
const BYTE_RATE_OFFSET = 8;
const BLOCK_ALIGN_OFFSET = 12;
const BITS_OFFSET = 14;

/** The most channels that libsndfile reads, and the sample rate from which on it reads none. */
const MAX_CHANNELS = 1024;
const SAMPLE_RATE_END = 2 ** 31;
/**
 * What follows the format tag in a GUID: in those of plain formats, and in those of Ambisonic B, of
 * which libsndfile reads the channels as they are. Two numbers of 16 bits, and eight bytes.
 */
const GUIDS = ['0000 0010 80 00 00 aa 00 38 9b 71', '0721 11d3 86 44 c8 c1 ca 00 00 00'];

/**
 * Reads the chunk `fmt `. The bits say how many bytes a sample has; A-law and µ-law have one
 * whatever they say. libsndfile, FFmpeg and SoX decide so.
 */
export function parseFormat(
  { bytes, size }: FormatChunk,
  littleEndian: boolean,
  { fail, note }: WavReporter,
): WavFormat {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const u16 = (at: number): number => view.getUint16(at, littleEndian);
  const u32 = (at: number): number => view.getUint32(at, littleEndian);
  let tag = u16(0);
  const channels = u16(CHANNELS_OFFSET);
  const sampleRate = u32(SAMPLE_RATE_OFFSET);
  const byteRate = u32(BYTE_RATE_OFFSET);
  const blockAlign = u16(BLOCK_ALIGN_OFFSET);
  const bits = u16(BITS_OFFSET);

  if (tag === EXTENSIBLE) {
    if (size < EXTENSIBLE_BYTES) {
      const expected = `must have ${EXTENSIBLE_BYTES} bytes in its extensible fmt chunk`;
      fail('malformed-wav', expected, size);
    }
    tag = u32(GUID_OFFSET);
    const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0');
    const fields = [0, 2].map((at) => hex(u16(GUID_FIELDS_OFFSET + at), 4));
    const tail = Array.from({ length: 8 }, (_, i) => hex(view.getUint8(GUID_TAIL_OFFSET + i), 2));
    const guid = [...fields, ...tail].join(' ');
    if (!GUIDS.includes(guid)) {
      const got = `a GUID of ${hex(tag, 8)} ${guid}`;
      fail('unsupported-wav', 'must have a standard sub-format', got);
    }
    const validBits = u16(VALID_BITS_OFFSET);
    if (validBits > bits) {
      note('wrong-valid-bits', `must have at most ${bits} valid bits`, validBits);
    }
  }
  const encoding = Object.values(ENCODINGS).find((each) => each.tag === tag);
  if (encoding === undefined) {
    const name = FORMAT_TAG_NAMES.get(tag);
    const got = `format tag ${tag}${name === undefined ? '' : ` (${name})`}`;
    const advice = 'convert it with `ffmpeg -i in.wav -c:a pcm_s16le out.wav`';
    return fail('unsupported-wav', 'must be PCM, float, A-law or µ-law', `${got}: ${advice}`);
  }
  if (channels === 0) fail('malformed-wav', 'must have a channel or more', 0);
  if (channels > MAX_CHANNELS) {
    fail('unsupported-wav', `must have at most ${MAX_CHANNELS} channels`, channels);
  }
  if (sampleRate === 0 || sampleRate >= SAMPLE_RATE_END) {
    fail('malformed-wav', 'must have a sample rate above 0 and below 2^31', sampleRate);
  }
  const { name, widths } = encoding;
  const [firstWidth] = widths;
  // Companded samples have one width, which no other field can change.
  const bytesPerSample = widths.length === 1 ? firstWidth : Math.ceil(bits / 8);
  if (widths.length === 1 && bits !== 8 * firstWidth) {
    note('wrong-bits', `must have ${8 * firstWidth} bits for ${name}`, bits);
  }
  if (!widths.includes(bytesPerSample)) {
    const all = widths.map((width) => 8 * width).join(' or ');
    fail(
      bits === 0 ? 'malformed-wav' : 'unsupported-wav',
      `must have ${name} samples of ${all} bits`,
      bits,
    );
  }
  if (byteRate !== 0 && byteRate !== toU32(sampleRate * blockAlign)) {
    const trueRate = sampleRate * channels * bytesPerSample;
    if (byteRate !== toU32(trueRate)) {
      note('wrong-byte-rate', `must have ${trueRate} bytes a second`, byteRate);
    }
  }
  return { encoding, channels, sampleRate, bytesPerSample, bits, blockAlign };
}

/** What is left of a number in a field of 32 bits. */
function toU32(value: number): number {
  return value % 2 ** 32;
}
