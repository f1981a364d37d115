import * as tf from '@tensorflow/tfjs-core';
import { type LayersModel, metrics } from '@tensorflow/tfjs-layers';
import type { Adam } from './adam.ts';
import { type ModelShape, takeRows } from './dataset.ts';
import { oneHot } from './one-hot.ts';

/** Figures of one step. */
export interface StepResult {
  /** Weighted mean cross-entropy plus penalties. */
  loss: number;
  /** Examples that were right while training. */
  right: number;
}

/** The variables that training changes. */
export function trainableVariables(model: LayersModel): tf.Variable[] {
  return model.trainableWeights.map((weight) => weight.read() as tf.Variable);
}

/**
 * One step of gradient descent on the examples at `indices`: forward in training mode, weighted categorical
 * cross-entropy (each example's loss times its class weight, divided by the batch size, as Keras), penalties, backward,
 * update.
 */
export async function trainingStep(
  model: LayersModel,
  shape: ModelShape,
  optimizer: Adam,
  x: Float32Array,
  y: ArrayLike<number>,
  indices: ArrayLike<number>,
  classWeight: ArrayLike<number> | undefined,
): Promise<StepResult> {
  const labels = Array.from(indices, (i) => y[i]);
  const variables = trainableVariables(model);
  const [scores, loss] = tf.tidy(() => {
    const inputs = tf.tensor(takeRows(x, shape.size, indices), [indices.length, ...shape.input]);
    const targets = tf.tensor(oneHot(labels, shape.classes), [indices.length, shape.classes]);
    const weights = tf.tensor1d(labels.map((label) => classWeight?.[label] ?? 1));
    let outputs: tf.Tensor | undefined;
    const { value, grads } = tf.variableGrads(() => {
      outputs = tf.keep(model.apply(inputs, { training: true }) as tf.Tensor);
      const crossEntropy = metrics.categoricalCrossentropy(targets, outputs);
      const dataLoss = tf.mean(tf.mul(crossEntropy, weights));
      return model
        .calculateLosses()
        .reduce<tf.Tensor>((a, b) => tf.add(a, b), dataLoss) as tf.Scalar;
    }, variables);
    optimizer.applyGradients(variables.map((variable) => grads[variable.name]));
    return [outputs as tf.Tensor, value];
  });
  const [rows, [lossValue]] = await Promise.all([scores.data(), loss.data()]);
  tf.dispose([scores, loss]);
  const right = labels.filter((label, i) => {
    const row = rows.slice(i * shape.classes, (i + 1) * shape.classes);
    return row.indexOf(Math.max(...row)) === label;
  }).length;
  return { loss: lossValue, right };
}
