import { badArgument, checkInteger, checkNonNegative, checkPositive } from './checks.ts';
import { MAX_ROWS } from './limits.ts';

/** How energy is normalised. */
export interface PcenValuesOptions {
  /** How much of the loudness of a band is taken out, 0 for none. Default 0.98. */
  gain?: number;
  /** What is added before the compression. Default 2. */
  bias?: number;
  /** The exponent of the compression; 0 for a logarithm. Default 0.5. */
  power?: number;
  /** How long a band's loudness is remembered, in seconds. Default 0.4. */
  timeConstant?: number;
  /** Keeps the loudness of silence above 0. Default 1e-6. */
  eps?: number;
  /** How many neighbouring bands the loudness is the maximum of. Default 1. */
  maxSize?: number;
}

/** The options with their defaults, and the coefficient of the smoothing filter. */
export interface PcenParameters extends Required<Omit<PcenValuesOptions, 'timeConstant'>> {
  /** How much of a frame goes into the loudness, above 0 and at most 1. */
  readonly b: number;
}

/**
 * Fills in defaults.
 *
 * @param b The filter's coefficient; undefined for that of the time constant.
 * @param framesPerSecond The rate of the frames.
 * @throws {FeatureError} for options out of range.
 */
export function pcenParameters(
  caller: string,
  options: PcenValuesOptions,
  b: number | undefined,
  framesPerSecond: number,
): PcenParameters {
  const { gain = 0.98, bias = 2, power = 0.5, timeConstant = 0.4, eps = 1e-6 } = options;
  const { maxSize = 1 } = options;
  checkNonNegative(caller, 'gain', gain);
  checkNonNegative(caller, 'bias', bias);
  checkNonNegative(caller, 'power', power);
  checkPositive(caller, 'timeConstant', timeConstant);
  checkPositive(caller, 'eps', eps);
  checkInteger(caller, 'maxSize', maxSize, 1, MAX_ROWS);
  if (b !== undefined && !(typeof b === 'number' && b > 0 && b <= 1)) {
    throw badArgument(caller, 'b', 'above 0 and at most 1', b);
  }
  return { gain, bias, power, eps, maxSize, b: b ?? coefficient(timeConstant * framesPerSecond) };
}

/** The coefficient of a filter that remembers so many frames. */
function coefficient(frames: number): number {
  // (sqrt(1 + 4 t²) - 1) / (2 t²) without its cancellation.
  return 2 / (Math.sqrt(1 + 4 * frames * frames) + 1);
}

/** A band's loudness, smoothed: one step of the filter whose state is `state`. */
export const smoothed = (value: number, state: number, { b }: PcenParameters): number =>
  b * value + state;

/** The state after a step that gave `loudness`. */
export const stateAfter = (loudness: number, { b }: PcenParameters): number => (1 - b) * loudness;

/** The state before the first frame: as if the loudness had been 1. */
export const firstState = ({ b }: PcenParameters): number => 1 - b;

/** A value normalised by its band's loudness, and compressed. */
export function normalised(
  value: number,
  loudness: number,
  { gain, bias, power, eps }: PcenParameters,
): number {
  const scale = Math.exp(-gain * (Math.log(eps) + Math.log1p(loudness / eps)));
  if (power === 0) return Math.log1p(value * scale);
  if (bias === 0) return Math.exp(power * (Math.log(value) + Math.log(scale)));
  return bias ** power * Math.expm1(power * Math.log1p((value * scale) / bias));
}

/** The greatest of the bands around one; scipy's `maximum_filter1d`. */
export function greatestNear(
  values: Float32Array | Float64Array,
  row: number,
  rows: number,
  stride: number,
  at: number,
  size: number,
): number {
  const from = Math.max(0, row - Math.floor(size / 2));
  const to = Math.min(rows, row + size - Math.floor(size / 2));
  let most = Number.NEGATIVE_INFINITY;
  for (let r = from; r < to; r++) {
    const value = values[r * stride + at];
    if (value > most) most = value;
  }
  return most;
}
