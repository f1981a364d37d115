import type { OptionNames } from '@ser/internal';
import * as tf from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { ModelError } from '../model-error.ts';
import { checkBackend } from '../util/check-backend.ts';
import { checkInteger } from '../util/check-numbers.ts';
import { checkOptions } from '../util/check-options.ts';
import { checkProbabilities } from '../util/check-probabilities.ts';
import { explainKernels } from '../util/explain-kernels.ts';
import { modelShape } from '../util/model-shape.ts';

/** The options of `predictScores`. */
export interface PredictScoresOptions {
  /** Examples that run together; it changes no score. Default 256. */
  batchSize?: number;
}

const OPTIONS: OptionNames<PredictScoresOptions> = { batchSize: true };

/**
 * Runs a model forward over examples in plain arrays.
 *
 * @param x Row-major `[examples, ...input shape]`.
 * @returns Row-major `[examples, classes]`.
 * @throws {ModelError} `bad-argument`, also for a model that ends in no probabilities, `missing-backend` or `missing-kernel`.
 */
export async function predictScores(
  model: LayersModel,
  x: Float32Array,
  options: PredictScoresOptions = {},
): Promise<Float32Array> {
  const { batchSize = 256 } = checkOptions('predictScores', options, OPTIONS);
  const { input, size, classes } = modelShape('predictScores', model);
  checkProbabilities('predictScores', model, classes);
  const fail = (problem: string) =>
    new ModelError('bad-argument', `predictScores: \`x\` must ${problem}`);
  checkInteger('predictScores', 'batchSize', batchSize, 1);
  if (!ArrayBuffer.isView(x)) throw fail(`be a Float32Array, got ${typeof x}`);
  const n = x.length / size;
  if (!Number.isInteger(n)) throw fail(`hold whole examples of ${size} values, got ${x.length}`);
  const bad = x.findIndex((value) => !Number.isFinite(value));
  if (bad !== -1) throw fail(`be finite, got ${x[bad]} in example ${Math.floor(bad / size)}`);
  checkBackend('predictScores');
  const scores = new Float32Array(n * classes);
  for (let start = 0; start < n; start += batchSize) {
    const end = Math.min(start + batchSize, n);
    const output = await explainKernels('predictScores', async () =>
      tf.tidy(
        () =>
          model.apply(tf.tensor(x.subarray(start * size, end * size), [end - start, ...input]), {
            training: false,
          }) as tf.Tensor,
      ),
    );
    try {
      scores.set(await output.data(), start * classes);
    } finally {
      output.dispose();
    }
  }
  return scores;
}
