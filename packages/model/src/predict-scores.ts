import * as tf from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { modelShape } from './dataset.ts';

/**
 * Runs a model forward over examples in plain arrays.
 *
 * @param x row-major `[examples, ...input shape]`
 * @returns row-major `[examples, classes]`
 */
export async function predictScores(
  model: LayersModel,
  x: Float32Array,
  { batchSize = 256 }: { batchSize?: number } = {},
): Promise<Float32Array> {
  const { input, size, classes } = modelShape(model);
  const n = x.length / size;
  const scores = new Float32Array(n * classes);
  for (let start = 0; start < n; start += batchSize) {
    const end = Math.min(start + batchSize, n);
    const output = tf.tidy(
      () =>
        model.apply(tf.tensor(x.subarray(start * size, end * size), [end - start, ...input]), {
          training: false,
        }) as tf.Tensor,
    );
    scores.set(await output.data(), start * classes);
    output.dispose();
  }
  return scores;
}
