import type { OptionNames } from '@ser/internal';
import * as tf from '@tensorflow/tfjs-core';
import { type LayersModel, layers, sequential } from '@tensorflow/tfjs-layers';
import { ModelError } from '../model-error.ts';
import type { ExampleSource } from '../training/example-source.ts';
import { argMax } from '../util/arg-max.ts';
import { checkBackend } from '../util/check-backend.ts';
import { checkList } from '../util/check-list.ts';
import { checkPositive } from '../util/check-numbers.ts';
import { checkOptions } from '../util/check-options.ts';
import { fitLda } from './fit-lda.ts';
import type { LdaOptions } from './lda-options.ts';
import { checkPriors } from './util/check-priors.ts';
import { checkFinite, checkRows } from './util/check-rows.ts';
import { intercepts } from './util/intercepts.ts';

/** The parts of a fitted {@link LinearDiscriminantAnalysis}. */
export interface LdaParts {
  /** Mean of each class, row-major `[classes, features]`. */
  means: ArrayLike<number>;
  /** Prior probability of each class, `[classes]`. */
  priors: ArrayLike<number>;
  /** Weights of each class, row-major `[classes, features]`. */
  coef: ArrayLike<number>;
  /** Intercept of each class, `[classes]`. */
  intercept: ArrayLike<number>;
  /** Iterations that the fit took. Default 0. */
  iterations?: number;
}

const PARTS: OptionNames<LdaParts> = {
  means: true,
  priors: true,
  coef: true,
  intercept: true,
  iterations: true,
};

/** The options of `toLayersModel`. */
export interface LdaModelOptions {
  /** What the discriminants are divided by before the softmax; more is less sure. Default 1. */
  temperature?: number;
}

const MODEL_OPTIONS: OptionNames<LdaModelOptions> = { temperature: true };

/**
 * Linear discriminant analysis: classes as normal distributions of one covariance. It has the
 * numbers of scikit-learn's `LinearDiscriminantAnalysis` with the solvers `lsqr` and `eigen`, to
 * 1e-6. Unlike there, two classes have two rows of coefficients, whose difference is scikit-learn's
 * one.
 *
 * The covariance is a matrix for up to 512 features, or where nothing is shrunk. Else conjugate
 * gradients go over the rows, which takes no memory beside them but for `shrinkage: 'auto'`. `fit`
 * uses nothing but additions, multiplications, divisions and square roots of doubles in a fixed
 * order, so it gives the same bits on every machine. Probabilities also take `Math.exp`, whose last
 * digit is the engine's.
 */
export class LinearDiscriminantAnalysis {
  /** How many values a row has. */
  readonly features: number;
  /** How many classes there are. */
  readonly classes: number;
  /** Mean of each class, row-major `[classes, features]`. */
  readonly means: Float64Array;
  /** Prior probability of each class, `[classes]`. */
  readonly priors: Float64Array;
  /** Weights of each class, row-major `[classes, features]`. */
  readonly coef: Float64Array;
  /** Intercept of each class, `[classes]`. */
  readonly intercept: Float64Array;
  /** Iterations of conjugate gradients that the fit took; 0 where it needed none. */
  readonly iterations: number;

  /** @throws {ModelError} `bad-argument` for parts that do not fit each other. */
  constructor(parts: LdaParts) {
    const caller = 'LinearDiscriminantAnalysis';
    const { means, priors, coef, intercept, iterations = 0 } = checkOptions(caller, parts, PARTS);
    checkList(caller, 'priors', priors);
    checkPriors(caller, 'priors', priors, priors.length);
    const classes = priors.length;
    checkList(caller, 'means', means);
    const features = means.length / classes;
    for (const [name, values, length] of [
      ['means', means, Math.max(1, Math.floor(features)) * classes],
      ['coef', coef, means.length],
      ['intercept', intercept, classes],
    ] as const) {
      checkList(caller, name, values);
      if (values.length !== length || !Array.from(values).every(Number.isFinite)) {
        throw new ModelError(
          'bad-argument',
          `${caller}: \`${name}\` must hold ${length} finite numbers, got ${values.length}`,
        );
      }
    }
    this.features = features;
    this.classes = classes;
    this.means = Float64Array.from(means);
    this.priors = Float64Array.from(priors);
    this.coef = Float64Array.from(coef);
    this.intercept = Float64Array.from(intercept);
    this.iterations = iterations;
  }

  /**
   * Learns from examples, in tasks of some 50 ms.
   *
   * @param x Row-major `[rows, features]`, best standardised. It is only read; `shrinkage: 'auto'`
   *   copies the rows of one class at a time, as doubles. A source gives the same bits. It is gone
   *   over three times where the covariance is a matrix, else twice and once an iteration, some
   *   twenty times; `'auto'` goes over it once more for each class.
   * @param y Class index of each row; every class must be there, and more rows than classes.
   * @throws {ModelError} `bad-argument`; the reason of `signal`; what a source throws.
   */
  static async fit(
    x: Float32Array | ExampleSource,
    y: ArrayLike<number>,
    options: LdaOptions,
  ): Promise<LinearDiscriminantAnalysis> {
    return new LinearDiscriminantAnalysis(await fitLda(x, y, options));
  }

  /**
   * The same discriminants with other priors, which move the intercepts alone. The covariance stays
   * that of the fit: fitted with `priors: null`, it weighs every row the same.
   *
   * @param priors Probability of each class.
   * @throws {ModelError} `bad-argument`.
   */
  withPriors(priors: readonly number[]): LinearDiscriminantAnalysis {
    checkPriors('LinearDiscriminantAnalysis.withPriors', 'priors', priors, this.classes);
    const { means, coef, iterations } = this;
    const intercept = intercepts(means, coef, Float64Array.from(priors));
    return new LinearDiscriminantAnalysis({ means, priors, coef, intercept, iterations });
  }

  /**
   * The discriminant of each class, the logarithm of its probability but for a number that all have
   * in common.
   *
   * @param x Row-major `[rows, features]`.
   * @returns Row-major `[rows, classes]`.
   * @throws {ModelError} `bad-argument`.
   */
  decisionFunction(x: Float32Array): Float64Array {
    return this.#decide('LinearDiscriminantAnalysis.decisionFunction', x);
  }

  /** Probability of each class, row-major `[rows, classes]`; else as `decisionFunction`. */
  predictProba(x: Float32Array): Float64Array {
    const scores = this.#decide('LinearDiscriminantAnalysis.predictProba', x);
    for (let start = 0; start < scores.length; start += this.classes) {
      const row = scores.subarray(start, start + this.classes);
      const greatest = row.reduce((a, b) => Math.max(a, b));
      row.set(row.map((score) => Math.exp(score - greatest)));
      const sum = row.reduce((a, b) => a + b);
      row.set(row.map((power) => power / sum));
    }
    return scores;
  }

  /** Index of the most probable class of each row; the first of several. */
  predict(x: Float32Array): Int32Array {
    const scores = this.#decide('LinearDiscriminantAnalysis.predict', x);
    const rows = scores.length / this.classes;
    return Int32Array.from({ length: rows }, (_, i) => argMax(scores, i, this.classes));
  }

  /**
   * The discriminants as a model of tfjs, one dense softmax layer of `features` inputs, which
   * `Classifier` takes and saves.
   *
   * @throws {ModelError} `bad-argument`; `missing-backend`.
   */
  toLayersModel(options: LdaModelOptions = {}): LayersModel {
    const caller = 'LinearDiscriminantAnalysis.toLayersModel';
    const { temperature = 1 } = checkOptions(caller, options, MODEL_OPTIONS);
    checkPositive(caller, 'temperature', temperature);
    checkBackend(caller);
    const { features, classes, coef, intercept } = this;
    const model = sequential({ name: 'ser_lda' });
    model.add(
      layers.dense({
        name: 'scores',
        inputShape: [features],
        units: classes,
        activation: 'softmax',
        kernelInitializer: 'zeros',
      }),
    );
    const kernel = new Float32Array(features * classes);
    for (let c = 0; c < classes; c++) {
      for (let j = 0; j < features; j++) {
        kernel[j * classes + c] = coef[c * features + j] / temperature;
      }
    }
    const bias = Float32Array.from(intercept, (value) => value / temperature);
    tf.tidy(() => model.setWeights([tf.tensor(kernel, [features, classes]), tf.tensor1d(bias)]));
    return model;
  }

  #decide(caller: string, x: Float32Array): Float64Array {
    const { features, classes, coef, intercept } = this;
    const rows = checkRows(caller, x, features);
    checkFinite(caller, x, features);
    const scores = new Float64Array(rows * classes);
    for (let i = 0; i < rows; i++) {
      for (let c = 0; c < classes; c++) {
        let sum = intercept[c];
        for (let j = 0; j < features; j++) sum += x[i * features + j] * coef[c * features + j];
        scores[i * classes + c] = sum;
      }
    }
    return scores;
  }
}
