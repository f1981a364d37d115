import * as tf from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';

/** Copies a model's weights to plain arrays, in the order of `model.getWeights()`. */
export async function getWeightsData(model: LayersModel): Promise<Float32Array[]> {
  const arrays = await Promise.all(model.getWeights().map((weight) => weight.data()));
  return arrays.map((array) => Float32Array.from(array));
}

/** Sets a model's weights from plain arrays, in the order of `model.getWeights()`. */
export function setWeightsData(model: LayersModel, data: Float32Array[]): void {
  tf.tidy(() => {
    const tensors = model.getWeights().map((weight, i) => tf.tensor(data[i], weight.shape));
    model.setWeights(tensors);
  });
}
