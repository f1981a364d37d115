import * as tf from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { values } from './values.ts';

/**
 * What a model gives while it trains, as lists of numbers: its output, the gradients of Σ dy·output
 * with its penalties, that of its input too, and its weights after that. The weights begin as they
 * were.
 */
export function trainOnce(model: LayersModel, shape: number[], seed = 1): Float32Array[] {
  const weights = model.weights.map((weight) => tf.clone(weight.read()));
  const x = tf.variable(tf.tensor(values(shape, seed).data, shape));
  const variables = model.trainableWeights.map((weight) => weight.read() as tf.Variable);
  let output: tf.Tensor | undefined;
  const { value, grads } = tf.variableGrads(() => {
    const y = model.apply(x, { training: true }) as tf.Tensor;
    output = tf.keep(y);
    const dy = tf.tensor(values(y.shape, 99).data, y.shape);
    const penalties = model.calculateLosses();
    return penalties.reduce<tf.Tensor>((a, b) => tf.add(a, b), tf.sum(tf.mul(y, dy))) as tf.Scalar;
  }, [...variables, x]);
  const tensors = [
    output as tf.Tensor,
    value,
    ...[...variables, x].map(({ name }) => grads[name]),
    ...model.weights.map((weight) => weight.read()),
  ];
  const numbers = tensors.map((tensor) => tensor.dataSync().slice() as Float32Array);
  model.weights.forEach((weight, i) => {
    weight.write(weights[i]);
  });
  x.dispose();
  output?.dispose();
  return numbers;
}
