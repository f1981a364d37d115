import type { Samples } from '../../audio/audio.ts';

/** The rate that the gate listens at, in Hz: a voice's first harmonics, and little to compute. */
const GATE_RATE = 4000;

/** A signal at the rate that the gate listens at. */
export interface Decimated {
  readonly samples: Float64Array;
  /** Samples per second: 4,000, or up to twice that where the rate is no multiple of it. */
  readonly sampleRate: number;
}

/**
 * Every n-th value of a signal that a Hann window of 3 n samples has smoothed: what lies above two
 * thirds of the new rate, and would be mistaken for a voice, is 31 dB down or more.
 *
 * @param sampleRate In Hz; below 8,000 the signal stays as it is.
 * @returns As many values as `ceil(samples / n)`; beyond both ends the signal counts as zero.
 */
export function decimate(samples: Samples, sampleRate: number): Decimated {
  const factor = Math.max(1, Math.floor(sampleRate / GATE_RATE));
  if (factor === 1) return { samples: Float64Array.from(samples), sampleRate };
  const taps = hann(3 * factor - 1);
  const low = new Float64Array(Math.ceil(samples.length / factor));
  const half = (taps.length - 1) >> 1;
  for (let i = 0; i < low.length; i++) {
    const first = i * factor - half;
    const isInside = first >= 0 && first + taps.length <= samples.length;
    low[i] = isInside ? smoothInside(samples, first, taps) : smoothAtEnd(samples, first, taps);
  }
  return { samples: low, sampleRate: sampleRate / factor };
}

/** The smoothed value of samples that are all there; the window is the same from both its ends. */
function smoothInside(samples: Samples, first: number, taps: Float64Array): number {
  const half = taps.length >> 1;
  const last = first + taps.length - 1;
  let sum = taps.length % 2 === 1 ? taps[half] * samples[first + half] : 0;
  let other = 0;
  let k = 0;
  // Two sums: an addition need not wait for the one before.
  for (; k + 1 < half; k += 2) {
    sum += taps[k] * (samples[first + k] + samples[last - k]);
    other += taps[k + 1] * (samples[first + k + 1] + samples[last - k - 1]);
  }
  if (k < half) sum += taps[k] * (samples[first + k] + samples[last - k]);
  return sum + other;
}

/** The smoothed value where the window begins before the first sample or ends after the last. */
function smoothAtEnd(samples: Samples, first: number, taps: Float64Array): number {
  let sum = 0;
  const to = Math.min(taps.length, samples.length - first);
  for (let k = Math.max(0, -first); k < to; k++) sum += taps[k] * samples[first + k];
  return sum;
}

/** A Hann window of sum 1, without the zeros at its ends. */
function hann(length: number): Float64Array {
  const window = new Float64Array(length);
  for (let k = 0; k < length; k++) {
    window[k] = (1 - Math.cos((2 * Math.PI * (k + 1)) / (length + 1))) / (length + 1);
  }
  return window;
}
