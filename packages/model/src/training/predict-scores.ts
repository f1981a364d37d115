import * as tf from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { ModelError } from '../model-error.ts';
import { requireWhole } from '../util/check-config.ts';
import { modelShape } from './dataset.ts';

/**
 * Runs a model forward over examples in plain arrays.
 *
 * @param x row-major `[examples, ...input shape]`
 * @returns row-major `[examples, classes]`
 * @throws ModelError `argument`
 */
export async function predictScores(
  model: LayersModel,
  x: Float32Array,
  { batchSize = 256 }: { batchSize?: number } = {},
): Promise<Float32Array> {
  const { input, size, classes } = modelShape(model);
  const n = x.length / size;
  requireWhole('predictScores', 'batchSize', batchSize, 1);
  if (!Number.isInteger(n)) {
    throw new ModelError(
      'argument',
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
