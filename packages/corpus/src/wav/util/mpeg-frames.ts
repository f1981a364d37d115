/** Kilobits a second of layer III by the index in a frame's header, of MPEG 1 and of MPEG 2. */
const BIT_RATES_1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
const BIT_RATES_2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
/** Hz of MPEG 1. */
const SAMPLE_RATES = [44_100, 48_000, 32_000];
/** What MPEG 2.5, nothing, MPEG 2 and MPEG 1 divide them by, by the version in a frame's header. */
const DIVISORS = [4, 0, 2, 1];
/** The bytes of the headers. */
const MP3_HEADER_BYTES = 4;
const AAC_HEADER_BYTES = 7;

/**
 * Whether the bytes begin with a frame of MP3, or of AAC as it is streamed, that a second one
 * follows, as far as they go. The bits that begin a frame are no proof alone: raw samples just
 * below 0 have them too.
 */
export function sniffMpegFrames(bytes: Uint8Array): 'mp3' | 'aac' | undefined {
  if (startsWithTwo(bytes, MP3_HEADER_BYTES, mp3FrameBytes)) return 'mp3';
  return startsWithTwo(bytes, AAC_HEADER_BYTES, aacFrameBytes) ? 'aac' : undefined;
}

function startsWithTwo(
  bytes: Uint8Array,
  headerBytes: number,
  frameBytes: (header: Uint8Array) => number,
): boolean {
  if (bytes.length < headerBytes) return false;
  const length = frameBytes(bytes);
  if (length < headerBytes) return false;
  return bytes.length < length + headerBytes || frameBytes(bytes.subarray(length)) > 0;
}

/** The bytes of a frame of layer III; 0 for anything else. ISO/IEC 11172-3, 2.4.2.3. */
function mp3FrameBytes([sync, kind, rates]: Uint8Array): number {
  const isLayer3 = (kind & 0xe6) === 0xe2;
  if (sync !== 0xff || !isLayer3) return 0;
  const divisor = DIVISORS[(kind >> 3) & 3];
  const bitRate = (divisor === 1 ? BIT_RATES_1 : BIT_RATES_2)[rates >> 4] ?? 0;
  const sampleRate = SAMPLE_RATES[(rates >> 2) & 3] ?? 0;
  if (divisor === 0 || bitRate === 0 || sampleRate === 0) return 0;
  const padding = (rates >> 1) & 1;
  const bytesPerKilobit = divisor === 1 ? 144_000 : 72_000;
  return Math.floor((bytesPerKilobit * bitRate * divisor) / sampleRate) + padding;
}

/** The bytes of a frame of ADTS; 0 for anything else. ISO/IEC 13818-7, 6.2. */
export function aacFrameBytes(header: Uint8Array): number {
  const isAdts = header[0] === 0xff && (header[1] & 0xf6) === 0xf0;
  return isAdts ? ((header[3] & 3) << 11) | (header[4] << 3) | (header[5] >> 5) : 0;
}
