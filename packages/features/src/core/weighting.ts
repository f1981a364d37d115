import type { OptionNames } from '@ser/internal';
import { checkCells } from '../util/check-matrix.ts';
import { checkOptions } from '../util/check-options.ts';
import { badArgument, checkFinite } from '../util/checks.ts';
import type { Matrix } from '../util/matrix.ts';
import { type DecibelOptions, powerToDb } from './decibels.ts';

/** The squares of the poles of the A weighting in Hz (IEC 61672). */
const [HIGH, LOW, SECOND, THIRD] = [12194.217, 20.598997, 107.65265, 737.86223].map(
  (hz) => hz * hz,
);

/** The weight at 1 kHz is 0 dB with it. */
const GAIN_DB = 2;

/** The options of {@link aWeighting}. */
export interface WeightingOptions {
  /** The least weight in dB, null for none. Default -80. */
  minDb?: number | null;
}

/** The names of the options. */
const OPTIONS: OptionNames<WeightingOptions> = { minDb: true };

/**
 * How much softer than at 1 kHz a tone sounds, in dB; librosa's `A_weighting`.
 *
 * @param frequencies Hz, not negative.
 * @returns A weight a frequency.
 * @throws {FeatureError} for what is no frequency, and for options out of range.
 */
export function aWeighting(
  frequencies: ArrayLike<number>,
  options: WeightingOptions = {},
): Float64Array {
  checkOptions('aWeighting', options, OPTIONS);
  const { minDb = -80 } = options;
  if (minDb !== null) checkFinite('aWeighting', 'minDb', minDb);
  return weights('aWeighting', frequencies, minDb ?? Number.NEGATIVE_INFINITY);
}

/**
 * A power spectrogram in dB, its rows weighted by {@link aWeighting}; librosa's
 * `perceptual_weighting`.
 *
 * @param power `[bins, frames]`.
 * @param frequencies Of each bin in Hz.
 * @param options Those of `powerToDb`.
 * @throws {FeatureError} for frequencies that are not as many as the rows, and for options out of
 *   range.
 */
export function perceptualWeighting(
  power: Matrix,
  frequencies: ArrayLike<number>,
  options: DecibelOptions = {},
): Matrix {
  checkCells('perceptualWeighting', 'power', power);
  const { data, shape } = powerToDb(power, options);
  const [rows, frames] = shape;
  const offsets = weights('perceptualWeighting', frequencies, -80);
  if (offsets.length !== rows) {
    throw badArgument('perceptualWeighting', 'frequencies', `${rows} of them`, offsets.length);
  }
  return { data: data.map((value, i) => value + offsets[Math.floor(i / frames)]), shape };
}

function weights(caller: string, frequencies: ArrayLike<number>, least: number): Float64Array {
  if (typeof frequencies !== 'object' || frequencies === null || !('length' in frequencies)) {
    throw badArgument(caller, 'frequencies', 'a list of numbers', frequencies);
  }
  return Float64Array.from(frequencies, (hz) => {
    if (!(Number.isFinite(hz) && hz >= 0)) throw badArgument(caller, 'frequencies', '≥ 0 Hz', hz);
    const square = hz * hz;
    const logarithms =
      Math.log10(HIGH) +
      2 * Math.log10(square) -
      Math.log10(square + HIGH) -
      Math.log10(square + LOW) -
      0.5 * Math.log10(square + SECOND) -
      0.5 * Math.log10(square + THIRD);
    return Math.max(least, GAIN_DB + 20 * logarithms);
  });
}
