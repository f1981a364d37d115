import type { OptionNames } from '@ser/internal';
import { checkOptions } from '../util/check-options.ts';
import { checkPositive } from '../util/checks.ts';
import { STFT_OPTIONS, type StftOptions } from '../util/framing.ts';
import { spectralFrames } from '../util/spectral-frames.ts';
import type { SignalOrMatrix } from '../util/spectrogram.ts';

/** The options of `spectralFlatness`; `hopLength` defaults to 512. */
export interface SpectralFlatnessOptions extends StftOptions {
  /** The least power; smaller ones are raised to it. Default 1e-10. */
  aMin?: number;
  /** Exponent of the magnitude. Default 2. */
  power?: number;
}

/** The names of the options. */
const OPTIONS: OptionNames<SpectralFlatnessOptions> = { ...STFT_OPTIONS, aMin: true, power: true };

/**
 * Geometric mean of each frame's power over its arithmetic mean: 1 for white noise, near 0 for a
 * tone; librosa's `feature.spectral_flatness`.
 *
 * @param input Samples, or a magnitude spectrogram `[1 + nFft / 2, frames]`.
 * @returns A value in (0, 1] a frame (librosa's first and only row).
 * @throws {FeatureError} for audio that is empty or not finite, and for options out of range.
 */
export function spectralFlatness(
  input: SignalOrMatrix,
  options: SpectralFlatnessOptions = {},
): Float32Array {
  checkOptions('spectralFlatness', options, OPTIONS);
  const { aMin = 1e-10, power = 2 } = options;
  checkPositive('spectralFlatness', 'aMin', aMin);
  checkPositive('spectralFlatness', 'power', power);
  const { magnitudes, frames, bins } = spectralFrames('spectralFlatness', input, options);
  return Float32Array.from({ length: frames }, (_, t) => {
    let sum = 0;
    let logarithms = 0;
    for (let i = t * bins; i < (t + 1) * bins; i++) {
      const value = Math.max(aMin, magnitudes[i] ** power);
      sum += value;
      logarithms += Math.log(value);
    }
    return Math.exp(logarithms / bins) / (sum / bins);
  });
}
