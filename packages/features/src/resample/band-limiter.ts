import FFT from 'fft.js';
import type { Samples } from '../samples.ts';
import { type KaiserSinc, kaiserSinc } from './kaiser.ts';

/** Filters a signal and changes its rate by a power of two. */
export interface BandLimiter {
  /** Samples of the output before time 0, and at least as many after the signal's end. */
  readonly lead: number;
  limit(samples: Samples): Float64Array;
}

/**
 * Convolution with a symmetric filter by overlap-save. The rate changes inside of the transform:
 * a spectrum is repeated to double the rate and folded to halve it.
 *
 * Two blocks share a complex transform, one as real and one as imaginary part; they stay apart
 * because the filter's spectrum is real.
 *
 * @param filter in samples of the output
 * @param doublings the output has `2 ** doublings` samples for each of the input's
 * @param margin samples of the output wanted on both sides of the signal
 */
export function bandLimiter(filter: KaiserSinc, doublings: number, margin: number): BandLimiter {
  const up = 2 ** Math.max(0, doublings);
  const down = 2 ** Math.max(0, -doublings);
  // The filter runs at the higher of the two rates: the output's, or, when folding, the input's.
  const half = Math.floor(filter.halfWidth * down);
  // Four times the filter's length: longer blocks waste less on overlap but transform slower.
  let size = 64;
  while (size < 8 * half) size *= 2;

  const gains = filterSpectrum(filter, { size, half, up, down });
  const inputFft = new FFT(size / up);
  const outputFft = new FFT(size / down);
  const block = new Float64Array((2 * size) / up);
  const spectrum = new Float64Array((2 * size) / up);
  const filtered = new Float64Array((2 * size) / down);
  const result = new Float64Array((2 * size) / down);

  // Overlap and stride in samples of the input; whole numbers of output samples too.
  const overlap = Math.ceil(half / (up * down)) * down;
  const stride = Math.floor((size / up - 2 * overlap) / down) * down;
  const toOutput = (count: number): number => (count * up) / down;
  const before = Math.ceil(margin / up) * down;

  return {
    lead: toOutput(before),
    limit(samples) {
      const length = Math.ceil(samples.length / down) * down + 2 * before;
      const output = new Float64Array(toOutput(length));
      for (let at = 0; at < length; at += 2 * stride) {
        const start = at - before - overlap;
        load(samples, start, block, 0);
        load(samples, start + stride, block, 1);
        inputFft.transform(spectrum, block);
        applyGains(spectrum, gains, filtered);
        // A forward transform of swapped parts is the inverse with its parts swapped, and faster.
        outputFft.transform(result, filtered);
        store(result, toOutput(overlap), output, toOutput(at), toOutput(stride), 1);
        store(result, toOutput(overlap), output, toOutput(at + stride), toOutput(stride), 0);
      }
      return output;
    },
  };
}

/** The spectrum of the zero-phase filter, real, scaled for the change of rate. */
function filterSpectrum(
  filter: KaiserSinc,
  { size, half, up, down }: { size: number; half: number; up: number; down: number },
): Float64Array {
  const taps = new Float64Array(2 * size);
  let sum = 0;
  for (let n = -half; n <= half; n++) {
    const value = kaiserSinc(filter, n / down);
    taps[2 * ((n + size) % size)] = value;
    sum += value;
  }
  const spectrum = new Float64Array(2 * size);
  new FFT(size).transform(spectrum, taps);
  // Unit gain at 0 Hz, and the division by its length that an inverse transform has.
  const scale = up / (sum * size);
  return Float64Array.from({ length: size }, (_, k) => spectrum[2 * k] * scale);
}

/** Real (part 0) or imaginary (part 1) parts of `block` = samples from `start` on, zeros outside. */
function load(samples: Samples, start: number, block: Float64Array, part: 0 | 1): void {
  const count = block.length / 2;
  const first = Math.min(count, Math.max(0, -start));
  const end = Math.max(first, Math.min(count, samples.length - start));
  for (let i = 0; i < first; i++) block[2 * i + part] = 0;
  for (let i = first; i < end; i++) block[2 * i + part] = samples[start + i];
  for (let i = end; i < count; i++) block[2 * i + part] = 0;
}

/** Copies the real (part 0) or imaginary (part 1) parts of `result` from a place on. */
function store(
  result: Float64Array,
  from: number,
  output: Float64Array,
  to: number,
  count: number,
  part: 0 | 1,
): void {
  const end = Math.min(count, output.length - to);
  for (let i = 0; i < end; i++) output[to + i] = result[2 * (from + i) + part];
}

/**
 * `filtered[k]` = the sum of `spectrum * gains` over all k that alias to it, real and imaginary
 * parts swapped.
 */
function applyGains(spectrum: Float64Array, gains: Float64Array, filtered: Float64Array): void {
  const inputBins = spectrum.length / 2;
  const outputBins = filtered.length / 2;
  const run = Math.min(inputBins, outputBins);
  filtered.fill(0);
  for (let offset = 0; offset < gains.length; offset += run) {
    const source = 2 * (offset % inputBins);
    const target = 2 * (offset % outputBins);
    for (let k = 0; k < run; k++) {
      const gain = gains[offset + k];
      filtered[target + 2 * k] += spectrum[source + 2 * k + 1] * gain;
      filtered[target + 2 * k + 1] += spectrum[source + 2 * k] * gain;
    }
  }
}
