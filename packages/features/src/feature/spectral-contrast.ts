import type { OptionNames } from '@ser/internal';
import { powerToDb } from '../core/decibels.ts';
import { checkOptions } from '../util/check-options.ts';
import { badArgument, checkInteger, checkPositive } from '../util/checks.ts';
import { inserted, MOST_INSERTED, sorted } from '../util/extreme-values.ts';
import { type Matrix, zeros } from '../util/matrix.ts';
import { roundHalfToEven } from '../util/round-half-to-even.ts';
import {
  binFrequencies,
  SPECTRAL_OPTIONS,
  type SpectralOptions,
  spectralFrames,
} from '../util/spectral-frames.ts';
import type { SignalOrMatrix, Spectrogram } from '../util/spectrogram.ts';

/** The options of `spectralContrast`. */
export interface SpectralContrastOptions extends SpectralOptions {
  /** Upper edge of the first band in Hz; each band after it is an octave. Default 200. */
  fMin?: number;
  /** Octaves after the first band. Default 6. */
  nBands?: number;
  /** Fraction of a band's bins that make its peak and its valley, in (0, 1). Default 0.02. */
  quantile?: number;
  /** The difference of magnitudes in place of the difference in dB. Default false. */
  linear?: boolean;
}

/** The names of the options. */
export const SPECTRAL_CONTRAST_OPTIONS: OptionNames<SpectralContrastOptions> = {
  ...SPECTRAL_OPTIONS,
  fMin: true,
  nBands: true,
  quantile: true,
  linear: true,
};

/**
 * The difference between the peaks of a spectrum and its valleys in each octave band; librosa's
 * `feature.spectral_contrast` (D.-N. Jiang et al., "Music type classification by spectral contrast
 * feature", 2002).
 *
 * @param input Samples, or a magnitude spectrogram `[1 + nFft / 2, frames]`.
 * @returns `[nBands + 1, frames]`, in dB unless `linear`.
 * @throws {FeatureError} for audio that is empty or not finite, and when a band lies above the
 *   Nyquist frequency or holds no bin.
 */
export function spectralContrast(input: SignalOrMatrix, options: SpectralContrastOptions): Matrix {
  checkOptions('spectralContrast', options, SPECTRAL_CONTRAST_OPTIONS);
  const { fMin = 200, nBands = 6, quantile = 0.02, linear = false, sampleRate } = options;
  checkPositive('spectralContrast', 'fMin', fMin);
  checkInteger('spectralContrast', 'nBands', nBands, 1);
  if (!(quantile > 0 && quantile < 1)) {
    throw badArgument('spectralContrast', 'quantile', 'in (0, 1)', quantile);
  }
  const frames = spectralFrames('spectralContrast', input, options);
  const hz = binFrequencies('spectralContrast', frames, sampleRate);
  const top = fMin * 2 ** (nBands - 1);
  if (top >= sampleRate / 2) {
    const expected = `below the Nyquist frequency for the last band's lower edge of ${top} Hz`;
    throw badArgument('spectralContrast', 'nBands', expected, nBands);
  }
  const peaks = zeros(nBands + 1, frames.frames);
  const valleys = zeros(nBands + 1, frames.frames);
  for (let band = 0; band <= nBands; band++) {
    const edges = bandEdges(hz, band, { fMin, nBands });
    extremes(frames, { ...edges, quantile }, band, peaks, valleys);
  }
  const high = linear ? peaks : powerToDb(peaks);
  const low = linear ? valleys : powerToDb(valleys);
  return { data: high.data.map((value, i) => value - low.data[i]), shape: peaks.shape };
}

interface Band {
  /** First bin, and the bin after the last. */
  readonly first: number;
  readonly end: number;
  /**
   * How many bins the quantile is of. librosa counts the upper edge, too, which is in the next
   * band.
   */
  readonly counted: number;
}

function bandEdges(
  hz: Float64Array,
  band: number,
  { fMin, nBands }: { fMin: number; nBands: number },
): Band {
  const low = band === 0 ? 0 : fMin * 2 ** (band - 1);
  const high = fMin * 2 ** band;
  let first = hz.findIndex((f) => f >= low);
  let end = hz.findLastIndex((f) => f <= high) + 1;
  // A band begins a bin below its edge, and the last one goes on to the Nyquist frequency.
  if (band > 0) first--;
  if (band === nBands) end = hz.length;
  const counted = end - first;
  if (band < nBands) end--;
  if (end <= first) {
    throw badArgument(
      'spectralContrast',
      'nFft',
      `long enough for bins from ${low} Hz to ${high} Hz`,
      2 * hz.length - 2,
    );
  }
  return { first, end, counted };
}

/** The means of the greatest and of the smallest bins of each frame. */
function extremes(
  { magnitudes, frames, bins }: Spectrogram,
  { first, end, counted, quantile }: Band & { quantile: number },
  row: number,
  peaks: Matrix,
  valleys: Matrix,
): void {
  const size = end - first;
  const count = Math.min(size, Math.max(1, roundHalfToEven(quantile * counted)));
  const select = count <= MOST_INSERTED ? inserted : sorted;
  const smallest = new Float32Array(count);
  const greatest = new Float32Array(count);
  for (let t = 0; t < frames; t++) {
    select(magnitudes, t * bins + first, t * bins + end, smallest, greatest);
    let low = 0;
    let high = 0;
    for (let i = 0; i < count; i++) {
      low += smallest[i];
      high += greatest[i];
    }
    valleys.data[row * frames + t] = low / count;
    peaks.data[row * frames + t] = high / count;
  }
}
