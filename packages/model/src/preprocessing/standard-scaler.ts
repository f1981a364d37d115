import type { OptionNames } from '@ser/internal';
import { ModelError } from '../model-error.ts';
import { checkFloats } from '../util/check-floats.ts';
import { checkList } from '../util/check-list.ts';
import { checkPositive } from '../util/check-numbers.ts';
import { checkOptions } from '../util/check-options.ts';

/** A fitted scaler as plain JSON. */
export interface ScalerJson {
  mean: number[];
  scale: number[];
  /** Absent where values are not clipped. */
  clip?: number;
}

/** The options of `StandardScaler`. */
export interface ScalerOptions {
  /** The largest size of a standardised value; beyond it, it is cut to ±`clip`. Default: none. */
  clip?: number;
}

const OPTIONS: OptionNames<ScalerOptions> = { clip: true };

/** The options of `StandardScaler.transform`. */
export interface TransformOptions {
  /** Whether `x` is left as it is. `false` overwrites it, as scikit-learn's. Default true. */
  copy?: boolean;
}

const TRANSFORM_OPTIONS: OptionNames<TransformOptions> = { copy: true };

/**
 * A feature with a deviation of at most this share of its mean is constant. Rounding leaves a
 * constant column with a deviation of some 1e-16 of its mean. Dividing by it would make noise.
 */
const CONSTANT_TOLERANCE = 10 * Number.EPSILON;

/**
 * Standardises features by removing the mean and scaling to unit variance, as scikit-learn's
 * `StandardScaler`: population variance, and a constant feature keeps scale 1.
 */
export class StandardScaler {
  /** Mean of each feature, shape `[features]`. */
  readonly mean: Float64Array;
  /** Standard deviation of each feature, shape `[features]`; 1 where it is 0. */
  readonly scale: Float64Array;
  /** The largest size of a standardised value; undefined where none is cut. */
  readonly clip: number | undefined;

  constructor(mean: ArrayLike<number>, scale: ArrayLike<number>, options: ScalerOptions = {}) {
    const { clip } = checkOptions('StandardScaler', options, OPTIONS);
    if (clip !== undefined) checkPositive('StandardScaler', 'clip', clip);
    checkList('StandardScaler', 'mean', mean);
    checkList('StandardScaler', 'scale', scale);
    if (mean.length !== scale.length || mean.length === 0) {
      throw new ModelError(
        'bad-argument',
        'StandardScaler: `mean` and `scale` must have the same length above 0, ' +
          `got ${mean.length} and ${scale.length}`,
      );
    }
    const bad = Array.from(mean).findIndex(
      (value, i) => !Number.isFinite(value) || !(scale[i] > 0 && Number.isFinite(scale[i])),
    );
    if (bad !== -1) {
      throw new ModelError(
        'bad-argument',
        `StandardScaler: feature ${bad} must have a finite mean and a scale > 0, ` +
          `got ${mean[bad]} and ${scale[bad]}`,
      );
    }
    this.mean = Float64Array.from(mean);
    this.scale = Float64Array.from(scale);
    this.clip = clip;
  }

  /**
   * Learns mean and scale from examples.
   *
   * @param x Row-major `[examples, features]`; of sequences `[examples · frames, features]`.
   * @param features How many values a row of `x` has.
   */
  static fit(x: Float32Array, features: number, options: ScalerOptions = {}): StandardScaler {
    checkOptions('StandardScaler.fit', options, OPTIONS);
    const rows = rowCount('StandardScaler.fit', 'x', x, features);
    const mean = new Float64Array(features);
    const squares = new Float64Array(features);
    for (let i = 0; i < x.length; i++) mean[i % features] += x[i];
    for (let j = 0; j < features; j++) mean[j] /= rows;
    for (let i = 0; i < x.length; i++) squares[i % features] += (x[i] - mean[i % features]) ** 2;
    const scale = squares.map((sum, j) => {
      const deviation = Math.sqrt(sum / rows);
      const isConstant = deviation <= CONSTANT_TOLERANCE * Math.abs(mean[j]);
      return isConstant ? 1 : deviation;
    });
    return new StandardScaler(mean, scale, options);
  }

  /**
   * Standardises examples, then cuts them to ±`clip`.
   *
   * @param x Row-major `[examples, features]`.
   * @returns A copy, or `x` itself where `copy` is false.
   */
  transform(x: Float32Array, options: TransformOptions = {}): Float32Array {
    const { copy = true } = checkOptions('StandardScaler.transform', options, TRANSFORM_OPTIONS);
    const features = this.mean.length;
    rowCount('StandardScaler.transform', 'x', x, features);
    const { mean, scale, clip = Number.POSITIVE_INFINITY } = this;
    const scaled = copy ? x.slice() : x;
    for (let i = 0; i < scaled.length; i++) {
      const value = (scaled[i] - mean[i % features]) / scale[i % features];
      scaled[i] = Math.min(Math.max(value, -clip), clip);
    }
    return scaled;
  }

  toJSON(): ScalerJson {
    const { mean, scale, clip } = this;
    return { mean: [...mean], scale: [...scale], ...(clip !== undefined && { clip }) };
  }

  /**
   * Reads what {@link StandardScaler.toJSON} gave.
   *
   * @throws {ModelError} `bad-argument` for anything else.
   */
  static fromJSON(json: ScalerJson): StandardScaler {
    const { mean, scale, clip } = json ?? {};
    const areNumbers = (values: unknown): boolean =>
      Array.isArray(values) && values.every((value) => typeof value === 'number');
    const isClip = clip === undefined || clip === null || typeof clip === 'number';
    if (!areNumbers(mean) || !areNumbers(scale) || !isClip) {
      throw new ModelError(
        'bad-argument',
        'StandardScaler.fromJSON: `json` must hold a mean and a scale, two lists of numbers' +
          (isClip ? '' : ', and a clip that is a number'),
      );
    }
    return new StandardScaler(mean, scale, { clip: clip ?? undefined });
  }
}

/** The number of rows; throws a ModelError `bad-argument` unless there are whole ones. */
function rowCount(caller: string, name: string, x: Float32Array, features: number): number {
  checkFloats(caller, name, x);
  const rows = x.length / features;
  if (!Number.isInteger(rows) || rows === 0) {
    throw new ModelError(
      'bad-argument',
      `${caller}: \`${name}\` must hold whole rows of ${features} features and at least one, ` +
        `got ${x.length} values`,
    );
  }
  return rows;
}
