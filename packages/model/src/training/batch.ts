import { ModelError } from '../model-error.ts';
import { oneHot } from '../preprocessing/one-hot.ts';
import { beta, createRandom, type Random } from '../random/random.ts';
import type { ModelShape } from '../util/model-shape.ts';

/** What an {@link Augment} is told of its batch. */
export interface AugmentContext {
  /** Input shape of one example, such as `[162, 1]`. */
  shape: readonly number[];
  /** Examples in the batch. */
  size: number;
  /** A generator, seeded by the run and the step. */
  random: Random;
}

/**
 * Changes the inputs of a batch in place, or returns others of the same length: noise, masks,
 * shifts. `x` is a copy, row-major `[size, ...shape]`.
 */
// biome-ignore lint/suspicious/noConfusingVoidType: a hook may return nothing.
export type Augment = (x: Float32Array, context: AugmentContext) => Float32Array | void;

/** The inputs of one step, with their targets. */
export interface Batch {
  size: number;
  /** Row-major `[size, ...input shape]`. */
  x: Float32Array;
  /** Probability of each class, row-major `[size, classes]`. */
  targets: Float32Array;
  /** Weight of each example in the loss, shape `[size]`. */
  weights: Float32Array;
}

/** How examples become a batch. */
export interface BatchOptions {
  /** Weight of each class in the loss. Default: all 1. */
  classWeight?: ArrayLike<number>;
  /** Share of each target that is spread evenly over all classes, as Keras' `label_smoothing`. */
  labelSmoothing: number;
  /** Parameter α of mixup's Beta(α, α); 0 mixes nothing. */
  mixup: number;
  /** Changes the inputs. Default: none. */
  augment?: Augment;
  /** Decides the shares of mixup and what `augment` draws. */
  seed: number;
}

/**
 * The batch of the examples at `indices`: augmented, then mixed with each other (mixup, Zhang et
 * al. 2018). One share holds for the whole batch. Each example is mixed with the one before it, the
 * first with the last.
 *
 * @param x The inputs of these examples, row-major `[indices, ...input shape]`; `augment` may change
 *   them in place.
 * @param y Class index of each example there is.
 * @throws {ModelError} `bad-argument` when `augment` returns another length, or a value that is not
 *   finite.
 */
export function makeBatch(
  x: Float32Array,
  y: ArrayLike<number>,
  shape: ModelShape,
  indices: ArrayLike<number>,
  { classWeight, labelSmoothing, mixup, augment, seed }: BatchOptions,
): Batch {
  const size = indices.length;
  const { classes } = shape;
  const labels = Array.from(indices, (i) => y[i]);
  let inputs = x;
  let targets = oneHot(labels, classes);
  let weights = Float32Array.from(labels, (label) => classWeight?.[label] ?? 1);
  if (augment || mixup > 0) {
    const random = createRandom(seed);
    if (augment) {
      const changed = augment(inputs, { shape: shape.input, size, random }) ?? inputs;
      if (changed.length !== inputs.length) {
        throw new ModelError(
          'bad-argument',
          `fit: \`augment\` must keep the batch's ${inputs.length} values, got ${changed.length}`,
        );
      }
      const bad = changed.findIndex((value) => !Number.isFinite(value));
      if (bad !== -1) {
        throw new ModelError(
          'bad-argument',
          `fit: \`augment\` must give finite values, got ${changed[bad]} in example ` +
            `${indices[Math.floor(bad / shape.size)]}`,
        );
      }
      inputs = changed;
    }
    if (mixup > 0) {
      const share = beta(random, mixup, mixup);
      inputs = mixWithNeighbour(inputs, shape.size, share);
      targets = mixWithNeighbour(targets, classes, share);
      weights = mixWithNeighbour(weights, 1, share);
    }
  }
  if (labelSmoothing > 0) {
    targets = targets.map((value) => value * (1 - labelSmoothing) + labelSmoothing / classes);
  }
  return { size, x: inputs, targets, weights };
}

function mixWithNeighbour(
  rows: Float32Array,
  width: number,
  share: number,
): Float32Array<ArrayBuffer> {
  const n = rows.length;
  return Float32Array.from(
    rows,
    (value, i) => share * value + (1 - share) * rows[(i + n - width) % n],
  );
}
