import { planFft } from '../../kernels/fft/plan-fft.ts';
import { matrixProduct } from '../../kernels/matrix-product.ts';
import { cached } from '../../util/cached.ts';

/** The rate in Hz at which formants are looked for. */
export const FORMANT_RATE = 11_000;

/** Samples of a frame of 20 ms at that rate. */
export const RESAMPLED = 220;

/** How many bins of the transform are used; from 8 kHz on it has more. */
const BINS = RESAMPLED / 2;

/** Columns of the tables, a multiple of eight; those beyond the bins are 0. */
const COLUMNS = 112;

/** How many lengths and rates are cached. */
const CACHED_TABLES = 4;
const tables = new Map<string, Tables>();

interface Tables {
  readonly window: Float64Array;
  /** Turns each bin's phase to the frame's middle. */
  readonly turns: Float64Array;
  /** Cosine and sine of each bin and each distance from the middle, `[110, 112]`. */
  readonly cosines: Float64Array;
  readonly sines: Float64Array;
}

/**
 * Frames of 20 ms at 11 kHz: Hamming window, zeros on both sides up to a power of two, and the
 * inverse transform of the lowest 110 bins at the other rate, from the first of those zeros on. Scaled
 * by no one's rule: formants do not depend on it.
 *
 * @param first Where the first frame begins.
 * @returns `[frames, 220]`
 */
export function resampledFrames(
  samples: Float32Array | Float64Array,
  sampleRate: number,
  { first, frames, hop, size }: { first: number; frames: number; hop: number; size: number },
): Float64Array {
  const nFft = 2 ** Math.ceil(Math.log2(size));
  const { window, turns, cosines, sines } = cached(
    tables,
    CACHED_TABLES,
    `${size} ${sampleRate}`,
    () => makeTables(size, nFft, sampleRate),
  );
  const fft = planFft(nFft);
  const { signal, spectrum } = fft;
  const padding = Math.floor((nFft - size) / 2);
  const real = new Float64Array(frames * BINS);
  const imaginary = new Float64Array(frames * BINS);
  for (let t = 0, at = 0; t < frames; t++, at += BINS) {
    const start = first + t * hop;
    signal.fill(0, 0, padding);
    for (let i = 0; i < size; i++) signal[padding + i] = samples[start + i] * window[i];
    signal.fill(0, padding + size);
    fft.forward();
    for (let k = 0; k < BINS; k++) {
      const re = spectrum[2 * k];
      const im = spectrum[2 * k + 1];
      const cos = turns[2 * k];
      const sin = turns[2 * k + 1];
      real[at + k] = re * cos - im * sin;
      imaginary[at + k] = re * sin + im * cos;
    }
  }
  const even = matrixProduct(real, cosines, frames, BINS, COLUMNS);
  const odd = matrixProduct(imaginary, sines, frames, BINS, COLUMNS);
  const result = new Float64Array(frames * RESAMPLED);
  for (let t = 0; t < frames; t++) {
    const from = t * COLUMNS;
    const middle = t * RESAMPLED + BINS;
    for (let s = 0; s < BINS; s++) {
      result[middle + s] = even[from + s] - odd[from + s];
      result[middle - 1 - s] = even[from + s] + odd[from + s];
    }
  }
  return result;
}

function makeTables(size: number, nFft: number, sampleRate: number): Tables {
  const window = Float64Array.from(
    { length: size },
    (_, i) => 0.54 - 0.46 * Math.cos((2 * Math.PI * i) / (size - 1)),
  );
  const step = (2 * Math.PI * sampleRate) / (nFft * FORMANT_RATE);
  const middle = (RESAMPLED - 1) / 2;
  const turns = Float64Array.from({ length: 2 * BINS }, (_, i) => {
    const phase = step * (i >> 1) * middle;
    return i % 2 === 0 ? Math.cos(phase) : Math.sin(phase);
  });
  const cosines = new Float64Array(BINS * COLUMNS);
  const sines = new Float64Array(BINS * COLUMNS);
  for (let k = 0; k < BINS; k++) {
    for (let s = 0; s < BINS; s++) {
      const phase = step * k * (s + 0.5);
      cosines[k * COLUMNS + s] = Math.cos(phase);
      sines[k * COLUMNS + s] = Math.sin(phase);
    }
  }
  return { window, turns, cosines, sines };
}
