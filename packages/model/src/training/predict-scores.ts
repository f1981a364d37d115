import * as tf from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { ModelError } from '../model-error.ts';
import { checkInteger } from '../util/check-numbers.ts';
import { modelShape } from '../util/model-shape.ts';

/** The options of `predictScores`. */
export interface PredictScoresOptions {
  /** Examples that run together; it changes no score. Default 256. */
  batchSize?: number;
}

/**
 * Runs a model forward over examples in plain arrays.
 *
 * @param x Row-major `[examples, ...input shape]`.
 * @returns Row-major `[examples, classes]`.
 * @throws {ModelError} `bad-argument`.
 */
export async function predictScores(
  model: LayersModel,
  x: Float32Array,
  { batchSize = 256 }: PredictScoresOptions = {},
): Promise<Float32Array> {
  const { input, size, classes } = modelShape('predictScores', model);
  const n = x.length / size;
  checkInteger('predictScores', 'batchSize', batchSize, 1);
  if (!Number.isInteger(n)) {
    throw new ModelError(
      'bad-argument',
      `predictScores: \`x\` must hold whole examples of ${size} values, got ${x.length}`,
    );
  }
  const scores = new Float32Array(n * classes);
  for (let start = 0; start < n; start += batchSize) {
    const end = Math.min(start + batchSize, n);
    const output = tf.tidy(
      () =>
        model.apply(tf.tensor(x.subarray(start * size, end * size), [end - start, ...input]), {
          training: false,
        }) as tf.Tensor,
    );
    try {
      scores.set(await output.data(), start * classes);
    } finally {
      output.dispose();
    }
  }
  return scores;
}
