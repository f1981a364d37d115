import * as tf from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { type Examples, readBatches, runsOf } from './examples.ts';
import { explainKernels } from './explain-kernels.ts';
import type { ModelShape } from './model-shape.ts';

/**
 * Runs a model forward over examples that have been checked.
 *
 * @param length How many examples there are.
 * @param batchSize Examples that run together.
 * @returns Row-major `[length, classes]`.
 */
export async function scoreExamples(
  model: LayersModel,
  { input, classes }: ModelShape,
  examples: Examples,
  length: number,
  batchSize: number = 256,
): Promise<Float32Array> {
  const scores = new Float32Array(length * classes);
  let at = 0;
  for await (const x of readBatches(examples, runsOf(length, batchSize))) {
    const shape = [x.length / examples.size, ...input];
    const output = await explainKernels('predictScores', async () =>
      tf.tidy(() => model.apply(tf.tensor(x, shape), { training: false }) as tf.Tensor),
    );
    try {
      scores.set(await output.data(), at);
      at += shape[0] * classes;
    } finally {
      output.dispose();
    }
  }
  return scores;
}
