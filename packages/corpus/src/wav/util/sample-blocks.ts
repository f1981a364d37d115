import { ENCODINGS } from '../encodings/encodings.ts';
import type { WavHeader } from '../wav-header.ts';
import { HOST_IS_LITTLE_ENDIAN } from './host-is-little-endian.ts';

/** Samples that are decoded at a time: 24 kB of memory at most for a file of any size. */
const BLOCK_SAMPLES = 2048;

/**
 * The samples of every channel as they lie in the file, interleaved, at full scale ±1, in blocks of
 * whole frames; `[frames × channels]`, at most 2048 samples. Each sample is rounded to
 * float32 once, which is exact up to 24 bits. All blocks share one memory.
 *
 * A block's bytes are copied first, because a typed array cannot begin at every offset of the file.
 * The engine converts the numbers as it copies them. Each remaining loop runs over one type of
 * array and so is fast before it is compiled, too.
 */
export function* sampleBlocks(
  bytes: Uint8Array,
  header: WavHeader,
): Generator<Float32Array, void, undefined> {
  const { encoding, bytesPerSample, channels, frames, dataOffset, littleEndian } = header;
  const { isRightJustified } = header;
  const count = frames * channels;
  // A header has no more channels than a block has room for.
  const size = Math.min(Math.floor(BLOCK_SAMPLES / channels) * channels, count);
  const raw = new Uint8Array(size * bytesPerSample);
  const samples = new Float32Array(size);
  const convert = ENCODINGS[encoding].createConverter(raw, samples, bytesPerSample);
  const isForeign = littleEndian !== HOST_IS_LITTLE_ENDIAN && bytesPerSample > 1;
  for (let first = 0; first < count; first += size) {
    const length = Math.min(size, count - first);
    const start = dataOffset + first * bytesPerSample;
    raw.set(bytes.subarray(start, start + length * bytesPerSample));
    if (isForeign) reverseEach(raw, bytesPerSample);
    if (isRightJustified) leftJustify(raw);
    convert();
    // Behind the end of the last block are samples of the one before, which are not given.
    yield length < size ? samples.subarray(0, length) : samples;
  }
}

/** Reverses the order of bytes in each word of `width`. */
function reverseEach(raw: Uint8Array, width: number): void {
  for (let start = 0; start < raw.length; start += width) {
    for (let a = start, b = start + width - 1; a < b; a++, b--) {
      const byte = raw[a];
      raw[a] = raw[b];
      raw[b] = byte;
    }
  }
}

/** Moves each word's lower three bytes up by one. */
function leftJustify(raw: Uint8Array<ArrayBuffer>): void {
  const words = new Int32Array(raw.buffer);
  for (let i = 0; i < words.length; i++) words[i] <<= 8;
}
