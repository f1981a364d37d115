import { planFft } from '../../kernels/fft/plan-fft.ts';
import { cached } from '../../util/cached.ts';

/** The rate in Hz at which formants are looked for. */
export const FORMANT_RATE = 11_000;

/** Samples of a frame of 20 ms at that rate. */
export const RESAMPLED = 220;

/** How many bins of the transform are used. */
const BINS = RESAMPLED / 2;

/** How many lengths and rates are cached. */
const CACHED_TABLES = 4;
const tables = new Map<string, Tables>();

interface Tables {
  readonly window: Float64Array;
  /** Turns each bin's phase to the frame's middle. */
  readonly turns: Float64Array;
  /** Cosine and sine of each distance from the middle and each bin. */
  readonly cosines: Float64Array;
  readonly sines: Float64Array;
}

/**
 * A frame of 20 ms at 11 kHz: Hamming window, zeros on both sides up to a power of two, and the
 * inverse transform of the lowest 110 bins at the other rate. Scaled by no one's rule: formants do
 * not depend on it.
 *
 * @param out Its 220 samples.
 */
export function resampleFrame(
  samples: Float32Array | Float64Array,
  start: number,
  size: number,
  sampleRate: number,
  out: Float64Array,
): void {
  const nFft = 2 ** Math.ceil(Math.log2(size));
  const { window, turns, cosines, sines } = cached(
    tables,
    CACHED_TABLES,
    `${size} ${sampleRate}`,
    () => makeTables(size, nFft, sampleRate),
  );
  const fft = planFft(nFft);
  const padding = Math.floor((nFft - size) / 2);
  fft.signal.fill(0);
  for (let i = 0; i < size; i++) fft.signal[padding + i] = samples[start + i] * window[i];
  fft.forward();
  const bins = Math.min(BINS, fft.bins);
  const { spectrum } = fft;
  for (let k = 0; k < bins; k++) {
    const re = spectrum[2 * k];
    const im = spectrum[2 * k + 1];
    const cos = turns[2 * k];
    const sin = turns[2 * k + 1];
    spectrum[2 * k] = re * cos - im * sin;
    spectrum[2 * k + 1] = re * sin + im * cos;
  }
  const half = RESAMPLED / 2;
  for (let s = 0, at = 0; s < half; s++, at += BINS) {
    let even = 0;
    let odd = 0;
    for (let k = 0; k < bins; k++) {
      even += spectrum[2 * k] * cosines[at + k];
      odd += spectrum[2 * k + 1] * sines[at + k];
    }
    out[half + s] = even - odd;
    out[half - 1 - s] = even + odd;
  }
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
  const phases = Float64Array.from(
    { length: BINS * BINS },
    (_, i) => step * (i % BINS) * (Math.floor(i / BINS) + 0.5),
  );
  return { window, turns, cosines: phases.map(Math.cos), sines: phases.map(Math.sin) };
}
