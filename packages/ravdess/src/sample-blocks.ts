import { compandingTable } from './companding-table.ts';
import type { WavHeader } from './wav-header.ts';

/** Samples that are decoded at a time: 24 kB of memory at most, whatever the file's size. */
const BLOCK_SAMPLES = 2048;

const HOST_IS_LITTLE_ENDIAN = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/**
 * The samples of every channel as they lie in the file, interleaved, at full scale ±1, a block
 * of whole frames after the other; [shape=(frames × channels,)], at most 2048 samples. Each is
 * rounded to float32 once, which is exact up to 24 bits. A block's memory is used again for the
 * next.
 *
 * Bytes are copied to where typed arrays can stand on them, at any offset, and the engine itself
 * converts the numbers. What remains are four small loops, each over one type of array: the time
 * before they are compiled is short, too.
 */
export function* sampleBlocks(
  bytes: Uint8Array,
  header: WavHeader,
): Generator<Float32Array, void, undefined> {
  const { bytesPerSample, channels, frames, dataOffset, littleEndian } = header;
  const count = frames * channels;
  // A header has no more channels than a block has room for.
  const size = Math.min(Math.floor(BLOCK_SAMPLES / channels) * channels, count);
  const raw = new Uint8Array(size * bytesPerSample);
  const samples = new Float32Array(size);
  const convert = converter(header, raw, samples);
  const isForeign = littleEndian !== HOST_IS_LITTLE_ENDIAN && bytesPerSample > 1;
  for (let first = 0; first < count; first += size) {
    const length = Math.min(size, count - first);
    const start = dataOffset + first * bytesPerSample;
    raw.set(bytes.subarray(start, start + length * bytesPerSample));
    if (isForeign) reverseEach(raw, bytesPerSample);
    convert();
    // What an earlier block left behind the last one's end is converted and not given.
    yield length < size ? samples.subarray(0, length) : samples;
  }
}

/** How one block of `raw` bytes, in the host's order, becomes `samples`. */
function converter(
  { encoding, bytesPerSample }: WavHeader,
  raw: Uint8Array<ArrayBuffer>,
  samples: Float32Array,
): () => void {
  if (encoding === 'float') {
    const values =
      bytesPerSample === 4 ? new Float32Array(raw.buffer) : new Float64Array(raw.buffer);
    return () => samples.set(values);
  }
  if (bytesPerSample === 1) {
    const table = encoding === 'pcm' ? unsignedTable() : compandingTable(encoding);
    return () => lookUp(raw, table, samples);
  }
  if (bytesPerSample === 3) return () => expand24(raw, samples);
  const codes = bytesPerSample === 2 ? new Int16Array(raw.buffer) : new Int32Array(raw.buffer);
  const step = 2 ** (1 - 8 * bytesPerSample);
  return () => {
    samples.set(codes);
    scale(samples, step);
  };
}

/** The values of 8-bit PCM, the only unsigned width. */
function unsignedTable(): Float32Array {
  return Float32Array.from({ length: 256 }, (_, code) => (code - 128) / 128);
}

function lookUp(codes: Uint8Array, table: Float32Array, samples: Float32Array): void {
  for (let i = 0; i < codes.length; i++) samples[i] = table[codes[i]];
}

function scale(samples: Float32Array, factor: number): void {
  for (let i = 0; i < samples.length; i++) samples[i] *= factor;
}

/** 24-bit codes, in the host's order, become the upper bytes of 32-bit ones: that keeps the sign. */
function expand24(raw: Uint8Array, samples: Float32Array): void {
  const low = HOST_IS_LITTLE_ENDIAN ? 0 : 2;
  const high = 2 - low;
  for (let i = 0, at = 0; i < samples.length; i++, at += 3) {
    samples[i] = ((raw[at + high] << 24) | (raw[at + 1] << 16) | (raw[at + low] << 8)) * 2 ** -31;
  }
}

/** Turns the order of bytes in each word of `width`. */
function reverseEach(raw: Uint8Array, width: number): void {
  for (let start = 0; start < raw.length; start += width) {
    for (let a = start, b = start + width - 1; a < b; a++, b--) {
      const byte = raw[a];
      raw[a] = raw[b];
      raw[b] = byte;
    }
  }
}
