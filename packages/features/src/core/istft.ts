import type { OptionNames } from '@ser/internal';
import { planFft } from '../kernels/fft/plan-fft.ts';
import { checkComplexMatrix } from '../util/check-matrix.ts';
import { checkOptions } from '../util/check-options.ts';
import { badArgument, checkInteger } from '../util/checks.ts';
import { framing, framingWindow, type StftOptions } from '../util/framing.ts';
import { MAX_VALUES } from '../util/limits.ts';
import type { ComplexMatrix } from '../util/matrix.ts';
import { TINY } from '../util/vector-norm.ts';

/** The options of `istft`: those of the transform that it undoes. */
export interface IstftOptions extends Omit<StftOptions, 'padMode'> {
  /** How many samples to return. Default: as many as the frames hold. */
  length?: number;
}

/** The names of the options. */
const OPTIONS: OptionNames<IstftOptions> = {
  nFft: true,
  hopLength: true,
  winLength: true,
  window: true,
  center: true,
  length: true,
};

/**
 * Inverse short-time Fourier transform by least squares; librosa's `istft`.
 *
 * Source: D. Griffin and J. Lim, "Signal estimation from modified short-time Fourier transform",
 * 1984.
 *
 * @param spectrum `[1 + nFft / 2, frames]`; an odd `nFft` must be named.
 * @throws {FeatureError} for sizes that do not fit the spectrum.
 */
export function istft(spectrum: ComplexMatrix, options: IstftOptions = {}): Float32Array {
  checkOptions('istft', options, OPTIONS);
  checkComplexMatrix('istft', 'spectrum', spectrum);
  const [bins, columns] = spectrum.shape;
  const frame = framing('istft', { ...options, nFft: options.nFft ?? 2 * (bins - 1) });
  const { nFft, hopLength, center } = frame;
  if (Math.floor(nFft / 2) + 1 !== bins) {
    throw badArgument('istft', 'nFft', `one that gives the spectrum's ${bins} bins`, nFft);
  }
  const trimmed = center ? Math.floor(nFft / 2) : 0;
  const { length = Math.max(0, nFft + hopLength * (columns - 1) - 2 * trimmed) } = options;
  checkInteger('istft', 'length', length, 0, MAX_VALUES);

  const frames = Math.min(columns, Math.ceil((length + 2 * trimmed) / hopLength));
  const size = Math.max(length + trimmed, nFft + hopLength * (frames - 1));
  const sum = new Float64Array(size);
  const weight = new Float64Array(size);
  const window = framingWindow(frame);
  const fft = planFft(nFft);
  for (let t = 0; t < frames; t++) {
    for (let f = 0; f < bins; f++) {
      fft.spectrum[2 * f] = spectrum.real[f * columns + t];
      fft.spectrum[2 * f + 1] = spectrum.imag[f * columns + t];
    }
    fft.inverse();
    const start = t * hopLength;
    for (let i = 0; i < nFft; i++) {
      sum[start + i] += fft.signal[i] * window[i];
      weight[start + i] += window[i] * window[i];
    }
  }
  const samples = new Float32Array(length);
  for (let i = 0; i < length; i++) {
    const w = weight[trimmed + i];
    // As librosa, which does not divide where the windows sum to less.
    samples[i] = w > TINY ? sum[trimmed + i] / w : sum[trimmed + i];
  }
  return samples;
}
