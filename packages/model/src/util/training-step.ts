import * as tf from '@tensorflow/tfjs-core';
import { type LayersModel, metrics } from '@tensorflow/tfjs-layers';
import type { Adam } from '../training/adam.ts';
import type { Batch } from '../training/batch.ts';
import { argMax } from './arg-max.ts';
import { disposeAbandonedTape } from './dispose-abandoned-tape.ts';
import type { ModelShape } from './model-shape.ts';

/** Figures of one step. */
export interface StepResult {
  /** Weighted mean cross-entropy plus penalties. */
  loss: number;
  /** Examples whose most probable target was the highest score while training. */
  right: number;
  /** Whether the loss and all scores are finite. */
  isFinite: boolean;
}

/** The variables that training changes. */
export function trainableVariables(model: LayersModel): tf.Variable[] {
  return model.trainableWeights.map((weight) => weight.read() as tf.Variable);
}

/**
 * One step of gradient descent on a batch: forward in training mode, loss, backward, update. The
 * loss is the categorical cross-entropy plus the model's penalties. Each example's cross-entropy is
 * multiplied by its weight, and their sum divided by the batch size, as in Keras.
 */
export async function trainingStep(
  model: LayersModel,
  { input, classes }: ModelShape,
  optimizer: Adam,
  batch: Batch,
): Promise<StepResult> {
  const variables = trainableVariables(model);
  // Kept, because the scope of the gradients frees its tensors.
  let scores: tf.Tensor | undefined;
  let loss: tf.Scalar | undefined;
  try {
    loss = tf.tidy(() => {
      const inputs = tf.tensor(batch.x, [batch.size, ...input]);
      const targets = tf.tensor(batch.targets, [batch.size, classes]);
      const weights = tf.tensor1d(batch.weights);
      const { value, grads } = tf.variableGrads(() => {
        const outputs = model.apply(inputs, { training: true }) as tf.Tensor;
        scores = tf.keep(outputs);
        const crossEntropy = metrics.categoricalCrossentropy(targets, outputs);
        const dataLoss = tf.mean(tf.mul(crossEntropy, weights));
        return model
          .calculateLosses()
          .reduce<tf.Tensor>((a, b) => tf.add(a, b), dataLoss) as tf.Scalar;
      }, variables);
      optimizer.applyGradients(variables.map((variable) => grads[variable.name]));
      return value;
    });
    const [rows, [lossValue]] = await Promise.all([(scores as tf.Tensor).data(), loss.data()]);
    let right = 0;
    for (let i = 0; i < batch.size; i++) {
      if (argMax(rows, i, classes) === argMax(batch.targets, i, classes)) right++;
    }
    // The scores too: some backends make a number of NaN on the way to the loss.
    return { loss: lossValue, right, isFinite: [lossValue, ...rows].every(Number.isFinite) };
  } catch (error) {
    disposeAbandonedTape();
    throw error;
  } finally {
    tf.dispose([scores, loss]);
  }
}
