import type { OptionNames } from '@ser/internal';
import { checkOptions } from '../util/check-options.ts';
import { badArgument } from '../util/checks.ts';
import {
  binFrequencies,
  SPECTRAL_OPTIONS,
  type SpectralOptions,
  spectralFrames,
} from '../util/spectral-frames.ts';
import type { SignalOrMatrix } from '../util/spectrogram.ts';

/** The options of `spectralRolloff`. */
export interface SpectralRolloffOptions extends SpectralOptions {
  /** Fraction of the magnitude that lies at or below, in (0, 1). Default 0.85. */
  rollPercent?: number;
}

/** The names of the options. */
const OPTIONS: OptionNames<SpectralRolloffOptions> = { ...SPECTRAL_OPTIONS, rollPercent: true };

/**
 * The frequency below which most of each frame's magnitude is; librosa's
 * `feature.spectral_rolloff`.
 *
 * @param input Samples, or a magnitude spectrogram `[1 + nFft / 2, frames]`.
 * @returns Hz, a value a frame (librosa's first and only row).
 * @throws {FeatureError} for audio that is empty or not finite, and for options out of range.
 */
export function spectralRolloff(
  input: SignalOrMatrix,
  options: SpectralRolloffOptions,
): Float32Array {
  checkOptions('spectralRolloff', options, OPTIONS);
  const { rollPercent = 0.85, sampleRate } = options;
  if (!(rollPercent > 0 && rollPercent < 1)) {
    throw badArgument('spectralRolloff', 'rollPercent', 'in (0, 1)', rollPercent);
  }
  const frames = spectralFrames('spectralRolloff', input, options);
  const hz = binFrequencies('spectralRolloff', frames, sampleRate);
  const { magnitudes, bins } = frames;
  // In float32 as in librosa, since the last digit can decide which bin is above the threshold.
  const f32 = Math.fround;
  const sums = new Float32Array(bins);
  return Float32Array.from({ length: frames.frames }, (_, t) => {
    let sum = 0;
    for (let f = 0; f < bins; f++) {
      sum = f32(sum + magnitudes[t * bins + f]);
      sums[f] = sum;
    }
    const threshold = f32(f32(rollPercent) * sum);
    // Sums of magnitudes rise.
    let first = 0;
    for (let last = bins - 1; first < last; ) {
      const middle = (first + last) >> 1;
      if (sums[middle] >= threshold) last = middle;
      else first = middle + 1;
    }
    return hz[first];
  });
}
