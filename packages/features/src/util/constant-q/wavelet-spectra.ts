import { getWindow, type NamedWindow } from '../../filters/get-window.ts';
import { planFft } from '../../kernels/fft/plan-fft.ts';
import { type Norm, vectorNorm } from '../vector-norm.ts';

/** A filter in the frequency domain. */
export interface WaveletSpectrum {
  /** The first bin that is not zero. */
  readonly first: number;
  /** Interleaved, `[re0, im0, re1, im1, …]`, from the first bin on. */
  readonly weights: Float64Array;
}

/** A wave packet: its frequency in parts of the rate, and its length in samples. */
export interface Wavelet {
  readonly frequency: number;
  readonly length: number;
}

/** What all filters of a transform have in common. */
export interface WaveletShape {
  readonly window: NamedWindow;
  readonly norm: Norm;
  readonly sparsity: number;
}

/** numpy's smallest normal float64. librosa divides filters by no smaller number. */
const TINY_DOUBLE = 2 ** -1022;

/**
 * The spectrum of a wave packet in the middle of `nFft` samples, without its smallest values;
 * librosa's `filters.wavelet` and `util.sparsify_rows`.
 *
 * Samples are rounded to float32 as in librosa, whose transform is of float32 too.
 */
export function waveletSpectrum(
  { frequency, length }: Wavelet,
  nFft: number,
  { window, norm, sparsity }: WaveletShape,
): WaveletSpectrum {
  const from = Math.floor(-length / 2);
  const count = Math.floor(length / 2) - from;
  const envelope = getWindow(window, count);
  const size = norm === null ? 1 : vectorNorm(envelope, norm, 0, count);
  const gain = (size < TINY_DOUBLE ? 1 : 1 / size) * (length / nFft);
  const start = Math.floor((nFft - count) / 2);
  const part = (wave: (angle: number) => number): Float64Array => {
    const samples = new Float64Array(nFft);
    for (let i = 0; i < count; i++) {
      samples[start + i] = Math.fround(
        wave(2 * Math.PI * (from + i) * frequency) * envelope[i] * gain,
      );
    }
    return samples;
  };
  const fft = planFft(nFft);
  const spectrum = new Float64Array(2 * fft.bins);
  fft.signal.set(part(Math.cos));
  fft.forward();
  spectrum.set(fft.spectrum);
  fft.signal.set(part(Math.sin));
  fft.forward();
  // i times the spectrum of the imaginary part.
  for (let at = 0; at < spectrum.length; at += 2) {
    spectrum[at] -= fft.spectrum[at + 1];
    spectrum[at + 1] += fft.spectrum[at];
  }
  return withoutSmallest(spectrum, sparsity);
}

/** Leaves out the smallest values, which together have a part of the sum of all magnitudes. */
function withoutSmallest(spectrum: Float64Array, part: number): WaveletSpectrum {
  const bins = spectrum.length / 2;
  const magnitudes = Float64Array.from({ length: bins }, (_, k) =>
    Math.sqrt(spectrum[2 * k] ** 2 + spectrum[2 * k + 1] ** 2),
  );
  const sorted = magnitudes.slice().sort();
  const total = magnitudes.reduce((sum, magnitude) => sum + magnitude, 0);
  let smallest = 0;
  for (let sum = sorted[0] / total; sum < part && smallest < bins - 1; ) {
    smallest++;
    sum += sorted[smallest] / total;
  }
  const counts = (magnitude: number): boolean => magnitude >= sorted[smallest];
  const first = magnitudes.findIndex(counts);
  const end = magnitudes.findLastIndex(counts) + 1;
  const weights = spectrum.slice(2 * first, 2 * end);
  for (let k = first; k < end; k++) {
    if (!counts(magnitudes[k])) weights.fill(0, 2 * (k - first), 2 * (k - first) + 2);
  }
  return { first, weights };
}
