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
  const result = new Float32Array(frames);
  for (let t = 0; t < frames; t++) {
    let sum = 0;
    let logarithms = 0;
    // One logarithm of many factors, as long as their product is far from the ends of the range.
    let product = 1;
    for (let i = t * bins; i < (t + 1) * bins; i++) {
      const magnitude = magnitudes[i];
      const value = Math.max(aMin, power === 2 ? magnitude * magnitude : magnitude ** power);
      sum += value;
      if (value > LEAST_FACTOR && value < MOST_FACTOR) {
        product *= value;
        if (product > LEAST_FACTOR && product < MOST_FACTOR) continue;
        logarithms += Math.log(product);
        product = 1;
      } else {
        logarithms += Math.log(value);
      }
    }
    logarithms += Math.log(product);
    result[t] = Math.exp(logarithms / bins) / (sum / bins);
  }
  return result;
}

/** The product of two numbers between these is a normal one. */
const LEAST_FACTOR = 1e-150;
const MOST_FACTOR = 1e150;
