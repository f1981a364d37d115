import type { OptionNames } from '@ser/internal';
import { checkMatrix } from '../util/check-matrix.ts';
import { checkOptions } from '../util/check-options.ts';
import { badArgument, checkInteger, checkPositive, isFloats } from '../util/checks.ts';
import type { Matrix } from '../util/matrix.ts';
import {
  firstState,
  greatestNear,
  normalised,
  type PcenValuesOptions,
  pcenParameters,
  smoothed,
  stateAfter,
} from '../util/pcen-values.ts';

/** The options of {@link pcen}. */
export interface PcenOptions extends PcenValuesOptions {
  /** Samples per second. */
  sampleRate: number;
  /** Samples from one frame to the next. Default 512. */
  hopLength?: number;
  /**
   * How much of a frame goes into a band's loudness, above 0 and at most 1. Default: what
   * `timeConstant` says.
   */
  b?: number;
  /** What the loudness is taken from, as large as the spectrogram. Default: the spectrogram. */
  ref?: Matrix;
  /** The state of each band's filter before the first frame. Default: `1 - b` in each. */
  zi?: Float32Array | Float64Array;
  /** Whether the state of the filters after the last frame is returned too. Default false. */
  returnZf?: boolean;
}

/** The names of the options. */
const OPTIONS: OptionNames<PcenOptions> = {
  sampleRate: true,
  hopLength: true,
  gain: true,
  bias: true,
  power: true,
  timeConstant: true,
  eps: true,
  b: true,
  maxSize: true,
  ref: true,
  zi: true,
  returnZf: true,
};

/** A normalised spectrogram, and the state of its filters. */
export interface PcenResult extends Matrix {
  /** `zi` for the frames that follow, a value a band. */
  readonly zf: Float64Array;
}

/**
 * Per-channel energy normalisation: each band divided by its recent loudness, and compressed;
 * librosa's `pcen` (Y. Wang et al., "Trainable frontend for robust and far-field keyword spotting",
 * 2017).
 *
 * The defaults are made for magnitudes of samples whose full scale is 2 ** 31: multiply those of
 * samples whose full scale is 1 by that.
 *
 * @param spectrogram Magnitudes `[bands, frames]`, not negative.
 * @returns A matrix of the same shape, with `returnZf` also `zf`.
 * @throws {FeatureError} for a matrix that is not finite or negative, and for options out of range.
 */
export function pcen(spectrogram: Matrix, options: PcenOptions & { returnZf: true }): PcenResult;
export function pcen(spectrogram: Matrix, options: PcenOptions): Matrix;
export function pcen(spectrogram: Matrix, options: PcenOptions): Matrix | PcenResult {
  checkOptions('pcen', options, OPTIONS);
  const { sampleRate, hopLength = 512, b, ref, zi, returnZf = false } = options;
  checkPositive('pcen', 'sampleRate', sampleRate);
  checkInteger('pcen', 'hopLength', hopLength, 1);
  const parameters = pcenParameters('pcen', options, b, sampleRate / hopLength);
  if (typeof returnZf !== 'boolean')
    throw badArgument('pcen', 'returnZf', 'true or false', returnZf);
  checkMagnitudes('spectrogram', spectrogram);
  const { data, shape } = spectrogram;
  const [rows, frames] = shape;
  if (ref !== undefined) checkReference(ref, shape);
  if (zi !== undefined) checkState(zi, rows);

  const loudnesses = ref?.data ?? data;
  const size = ref ? 1 : Math.min(parameters.maxSize, 2 * rows);
  const result = new Float32Array(data.length);
  const zf = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    let state = zi ? zi[row] : firstState(parameters);
    for (let t = 0; t < frames; t++) {
      const loud = greatestNear(loudnesses, row, rows, frames, t, size);
      const loudness = smoothed(loud, state, parameters);
      state = stateAfter(loudness, parameters);
      const at = row * frames + t;
      result[at] = normalised(data[at], loudness, parameters);
    }
    zf[row] = state;
  }
  return returnZf ? { data: result, shape, zf } : { data: result, shape };
}

function checkMagnitudes(name: string, matrix: Matrix): void {
  checkMatrix('pcen', name, matrix);
  const negative = matrix.data.find((value) => value < 0);
  if (negative !== undefined) throw badArgument('pcen', name, 'magnitudes ≥ 0', negative);
}

function checkReference(ref: Matrix, [rows, frames]: Matrix['shape']): void {
  checkMagnitudes('ref', ref);
  if (ref.shape[0] === rows && ref.shape[1] === frames) return;
  throw badArgument('pcen', 'ref', `of shape [${rows},${frames}]`, `[${ref.shape.join()}]`);
}

function checkState(zi: unknown, rows: number): void {
  const fits = isFloats(zi) && zi.length === rows;
  if (!fits || zi.some((value) => !(Number.isFinite(value) && value >= 0))) {
    throw badArgument('pcen', 'zi', `${rows} floats ≥ 0, one a band`, zi);
  }
}
