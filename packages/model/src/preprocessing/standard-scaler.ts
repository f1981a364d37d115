import type { OptionNames } from '@ser/internal';
import { ModelError } from '../model-error.ts';
import type { ExampleSource } from '../training/example-source.ts';
import { checkFloats } from '../util/check-floats.ts';
import { checkList } from '../util/check-list.ts';
import { checkPositive } from '../util/check-numbers.ts';
import { checkOptions } from '../util/check-options.ts';
import { isExampleSource } from '../util/examples.ts';
import { columnMoments, sourceMoments } from './util/column-moments.ts';

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
   * @param x Row-major `[examples, features]`; of sequences `[examples · frames, features]`. Or a
   *   source, which is gone over twice and gives a promise of the same bits.
   * @param features How many values a row of `x` has; each example of a source has whole rows.
   * @throws {ModelError} `bad-argument`. What the source throws.
   */
  static fit(x: Float32Array, features: number, options?: ScalerOptions): StandardScaler;
  static fit(x: ExampleSource, features: number, options?: ScalerOptions): Promise<StandardScaler>;
  static fit(
    x: Float32Array | ExampleSource,
    features: number,
    options?: ScalerOptions,
  ): StandardScaler | Promise<StandardScaler>;
  static fit(
    x: Float32Array | ExampleSource,
    features: number,
    options: ScalerOptions = {},
  ): StandardScaler | Promise<StandardScaler> {
    const caller = 'StandardScaler.fit';
    checkOptions(caller, options, OPTIONS);
    if (!isExampleSource(x)) {
      checkRows(caller, x, features);
      const { mean, scale } = columnMoments(x, features);
      return new StandardScaler(mean, scale, options);
    }
    checkSourceRows(caller, x, features);
    const { length, size } = x;
    const examples = { x, size, caller, name: 'x', code: 'bad-argument' } as const;
    return sourceMoments(examples, length, features).then(
      ({ mean, scale }) => new StandardScaler(mean, scale, options),
    );
  }

  /**
   * Standardises examples, then cuts them to ±`clip`.
   *
   * @param x Row-major `[examples, features]`, or a source of such.
   * @returns A copy, or `x` itself where `copy` is false. Of a source, which is never changed, one
   *   that standardises what it reads.
   * @throws {ModelError} `bad-argument`.
   */
  transform(x: Float32Array, options?: TransformOptions): Float32Array;
  transform(x: ExampleSource, options?: TransformOptions): ExampleSource;
  transform(
    x: Float32Array | ExampleSource,
    options?: TransformOptions,
  ): Float32Array | ExampleSource;
  transform(
    x: Float32Array | ExampleSource,
    options: TransformOptions = {},
  ): Float32Array | ExampleSource {
    const caller = 'StandardScaler.transform';
    const { copy = true } = checkOptions(caller, options, TRANSFORM_OPTIONS);
    const features = this.mean.length;
    if (isExampleSource(x)) {
      checkSourceRows(caller, x, features);
      return {
        length: x.length,
        size: x.size,
        read: async (indices, into) => {
          await x.read(indices, into);
          this.transform(into, { copy: false });
        },
      };
    }
    checkRows(caller, x, features);
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

/** Throws a ModelError `bad-argument` unless there are whole rows. */
function checkRows(caller: string, x: Float32Array, features: number): void {
  checkFloats(caller, 'x', x);
  if (isWhole(x.length, features)) return;
  throw new ModelError(
    'bad-argument',
    `${caller}: \`x\` must hold whole rows of ${features} features and at least one, ` +
      `got ${x.length} values`,
  );
}

/** Throws a ModelError `bad-argument` unless there are examples, each of whole rows. */
function checkSourceRows(caller: string, { length, size }: ExampleSource, features: number): void {
  if (isWhole(length, 1) && isWhole(size, features)) return;
  throw new ModelError(
    'bad-argument',
    `${caller}: \`x\` must hold whole rows of ${features} features and at least one, ` +
      `got ${length} examples of ${size} values`,
  );
}

function isWhole(values: number, of: number): boolean {
  return values > 0 && Number.isInteger(values / of);
}
