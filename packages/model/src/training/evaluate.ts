import * as tf from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { argMax } from '../util/arg-max.ts';
import { checkBackend } from '../util/check-backend.ts';
import { checkDataset } from '../util/check-dataset.ts';
import { checkProbabilities } from '../util/check-probabilities.ts';
import { explainKernels } from '../util/explain-kernels.ts';
import { modelShape } from '../util/model-shape.ts';
import { scoreExamples } from '../util/score-examples.ts';
import type { Dataset } from './dataset.ts';

/** Keras clips probabilities by this much before the logarithm. */
const EPSILON = 1e-7;

/** Loss and accuracy on held-out examples, as Keras' `model.evaluate`. */
export interface Evaluation {
  /** Mean categorical cross-entropy plus the model's penalties. */
  loss: number;
  accuracy: number;
}

/**
 * Scores a model on held-out examples.
 *
 * @throws {ModelError} `bad-dataset` when the data do not fit the model; `bad-argument`,
 *   `missing-backend` or `missing-kernel`.
 */
export async function evaluate(model: LayersModel, dataset: Dataset): Promise<Evaluation> {
  const shape = modelShape('evaluate', model);
  const { classes } = shape;
  checkProbabilities('evaluate', model, classes);
  checkDataset('evaluate', 'dataset', dataset, shape);
  checkBackend('evaluate');
  const examples = {
    x: dataset.x,
    size: shape.size,
    caller: 'evaluate',
    name: 'dataset.x',
  } as const;
  const n = dataset.y.length;
  const scores = await scoreExamples(model, shape, { ...examples, code: 'bad-dataset' }, n);
  let loss = 0;
  let right = 0;
  for (let i = 0; i < n; i++) {
    const probability = scores[i * classes + dataset.y[i]];
    loss -= Math.log(Math.min(Math.max(probability, EPSILON), 1 - EPSILON));
    if (argMax(scores, i, classes) === dataset.y[i]) right++;
  }
  const penalty = await explainKernels('evaluate', () => penalties(model));
  return { loss: loss / n + penalty, accuracy: right / n };
}

/** Sum of the model's regularisation losses. */
async function penalties(model: LayersModel): Promise<number> {
  const sum = tf.tidy(() =>
    model.calculateLosses().reduce<tf.Tensor>((a, b) => tf.add(a, b), tf.scalar(0)),
  );
  try {
    return (await sum.data())[0];
  } finally {
    sum.dispose();
  }
}
