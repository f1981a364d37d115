import FFT from 'fft.js';
import type { Samples } from '../samples.ts';
import { type KaiserSinc, kaiserSinc } from './kaiser.ts';

/** Filters a signal and changes its rate by a power of two. */
export interface BandLimiter {
  /**
   * Zeros in the output before time 0, where soxr's second filter sees none of the first one's
   * ringing either; at least as many values follow the signal's end.
   */
  readonly lead: number;
  limit(samples: Samples): Float64Array;
}

/**
 * Convolution with a symmetric filter by overlap-save. The rate changes inside of the transform:
 * a spectrum is repeated to double the rate and folded to halve it.
 *
 * Three things are as in soxr although nobody hears them, because a tuning that is estimated from
 * digital silence depends on them: spectra are rounded to float32, a block of zeros stays zero, and
 * blocks begin at the same samples.
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
  const lead = Math.ceil(margin / up) * up;

  return {
    lead,
    limit(samples) {
      const length = Math.ceil(samples.length / down) * down + Math.ceil(margin / up) * down;
      const output = new Float64Array(lead + toOutput(length));
      for (let at = 0; at < length; at += stride) {
        if (!load(samples, at - overlap, block)) continue;
        inputFft.transform(spectrum, block);
        applyGains(spectrum, gains, filtered);
        // A forward transform of swapped parts is the inverse with its parts swapped, and faster.
        outputFft.transform(result, filtered);
        const to = lead + toOutput(at);
        const count = Math.min(toOutput(stride), output.length - to);
        const from = toOutput(overlap);
        for (let i = 0; i < count; i++) output[to + i] = Math.fround(result[2 * (from + i) + 1]);
      }
      return output;
    },
  };
}

/** The spectrum of the zero-phase filter, real, with the division by its size of an inverse. */
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
  const scale = up / (sum * size);
  return Float64Array.from({ length: size }, (_, k) => spectrum[2 * k] * scale);
}

/** Real parts of `block` = samples from `start` on, zeros outside. Whether any is not 0. */
function load(samples: Samples, start: number, block: Float64Array): boolean {
  const first = Math.max(0, -start);
  const end = Math.min(block.length / 2, samples.length - start);
  block.fill(0);
  let sound = false;
  for (let i = first; i < end; i++) {
    block[2 * i] = samples[start + i];
    if (samples[start + i] !== 0) sound = true;
  }
  return sound;
}

/**
 * `filtered[k]` = the sum of `spectrum * gains` over all k that alias to it, real and imaginary
 * parts swapped.
 */
function applyGains(spectrum: Float64Array, gains: Float64Array, filtered: Float64Array): void {
  const inputBins = spectrum.length / 2;
  const outputBins = filtered.length / 2;
  const run = Math.min(inputBins, outputBins);
  for (let i = 0; i < spectrum.length; i++) spectrum[i] = Math.fround(spectrum[i]);
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
  for (let i = 0; i < filtered.length; i++) filtered[i] = Math.fround(filtered[i]);
}
