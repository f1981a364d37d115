import type { OptionNames } from '@ser/internal';
import { flooredDecibels, greatest } from '../kernels/floored-decibels.ts';
import { checkCells } from '../util/check-matrix.ts';
import { checkOptions } from '../util/check-options.ts';
import { checkFinite, checkNonNegative, checkPositive, isFloats } from '../util/checks.ts';
import type { Matrix } from '../util/matrix.ts';

/** The options of `powerToDb` and {@link amplitudeToDb}. */
export interface DecibelOptions {
  /** The value at 0 dB, or `'max'` for the greatest in the matrix. Default 1. */
  ref?: number | 'max';
  /**
   * The least value; smaller ones are raised to it. Default 1e-10 for power, 1e-5 for amplitude.
   */
  aMin?: number;
  /** How far below the maximum values are cut, in dB, or null for no cut. Default 80. */
  topDb?: number | null;
}

/** The names of the options. */
const OPTIONS: OptionNames<DecibelOptions> = { ref: true, aMin: true, topDb: true };

/** The least number that is not subnormal. `writeDecibels` reads no subnormal ones. */
const LEAST = 2.3e-308;

/**
 * Power to decibels, `10 log10(S / ref)`; librosa's `power_to_db`.
 *
 * @param power A matrix, or a value a frame.
 * @returns A new matrix of the same shape, or as many values.
 * @throws {FeatureError} when `aMin` is not above 0, `topDb` is negative or `ref` is not finite.
 */
export function powerToDb(power: Matrix, options?: DecibelOptions): Matrix;
export function powerToDb(power: Float32Array, options?: DecibelOptions): Float32Array;
export function powerToDb(
  power: Matrix | Float32Array,
  options: DecibelOptions = {},
): Matrix | Float32Array {
  checkOptions('powerToDb', options, OPTIONS);
  const { ref = 1, aMin = 1e-10, topDb = 80 } = options;
  return toDecibels('powerToDb', power, { ref, aMin, topDb }, { squared: false });
}

/**
 * Amplitude to decibels, `20 log10(S / ref)`; librosa's `amplitude_to_db`.
 *
 * @param amplitude A matrix, or a value a frame, such as what `rms` gives.
 * @returns A new matrix of the same shape, or as many values.
 * @throws {FeatureError} when `aMin` is not above 0, `topDb` is negative or `ref` is not finite.
 */
export function amplitudeToDb(amplitude: Matrix, options?: DecibelOptions): Matrix;
export function amplitudeToDb(amplitude: Float32Array, options?: DecibelOptions): Float32Array;
export function amplitudeToDb(
  amplitude: Matrix | Float32Array,
  options: DecibelOptions = {},
): Matrix | Float32Array {
  checkOptions('amplitudeToDb', options, OPTIONS);
  const { ref = 1, aMin = 1e-5, topDb = 80 } = options;
  return toDecibels('amplitudeToDb', amplitude, { ref, aMin, topDb }, { squared: true });
}

/** @param squared Whether power is the square of the values, or the values themselves. */
function toDecibels(
  caller: string,
  input: Matrix | Float32Array,
  { ref, aMin, topDb }: Required<DecibelOptions>,
  { squared }: { squared: boolean },
): Matrix | Float32Array {
  const power = (value: number): number => (squared ? value * value : value);
  checkPositive(caller, 'aMin', aMin);
  if (topDb !== null) checkNonNegative(caller, 'topDb', topDb);
  if (ref !== 'max') checkFinite(caller, 'ref', ref);
  if (isFloats(input)) return levels(input);
  checkCells(caller, 'input', input);
  return { data: levels(input.data), shape: input.shape };

  function levels(values: Float32Array): Float32Array {
    const powers = squared ? values.map(power) : values;
    const reference = ref === 'max' ? greatest(powers) : power(Math.abs(ref));
    const least = Math.max(LEAST, power(aMin));
    const offset = 10 * Math.log10(Math.max(least, reference));
    return flooredDecibels(powers, { least, offset, topDb });
  }
}
