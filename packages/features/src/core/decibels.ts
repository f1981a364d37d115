import type { OptionNames } from '@ser/internal';
import { FLOAT_BYTES } from '../kernels/wasm/bytes.ts';
import { spectraKernels } from '../kernels/wasm/kernels.ts';
import { writeDecibels } from '../kernels/write-decibels.ts';
import { allFinite } from '../util/all-finite.ts';
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
    const data = decibels(powers, least, 10 * Math.log10(Math.max(least, reference)));
    if (topDb !== null) {
      const floor = greatest(data) - topDb;
      // Compared as float32, which the floor becomes.
      const least32 = Math.fround(floor);
      for (let i = 0; i < data.length; i++) if (data[i] < least32) data[i] = least32;
    }
    return data;
  }
}

/** How many values the kernel converts at a time. */
const CHUNK = 1 << 14;

const CHUNK_BYTES = FLOAT_BYTES * CHUNK;

/** 10 log10(max(least, value)) - offset of each value. */
function decibels(values: Float32Array, least: number, offset: number): Float32Array {
  const result = new Float32Array(values.length);
  const kernels = allFinite(values) ? spectraKernels(2 * CHUNK_BYTES) : undefined;
  if (!kernels) {
    writeDecibels(values, result, least, offset);
    return result;
  }
  const { buffer } = kernels.memory;
  const input = new Float32Array(buffer, 0, CHUNK);
  const output = new Float32Array(buffer, CHUNK_BYTES, CHUNK);
  for (let at = 0; at < values.length; at += CHUNK) {
    const part = values.subarray(at, at + CHUNK);
    input.set(part);
    kernels.decibels(0, CHUNK_BYTES, part.length, least, offset);
    result.set(output.subarray(0, part.length), at);
  }
  return result;
}

function greatest(values: Float32Array): number {
  let maximum = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < values.length; i++) if (values[i] > maximum) maximum = values[i];
  return maximum;
}
