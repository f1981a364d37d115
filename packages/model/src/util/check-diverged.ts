import type { LayersModel } from '@tensorflow/tfjs-layers';
import { ModelError } from '../model-error.ts';

/** The error of a run whose numbers are lost. */
export function divergedError(what: string, learningRate: number): ModelError {
  return new ModelError(
    'diverged-training',
    `fit: ${what}: training has diverged. Likely causes: a learning rate that is too high ` +
      `(${learningRate}; also try \`globalClipnorm: 1\`), features of very different sizes ` +
      '(StandardScaler), or a model that began with such weights. ' +
      '`terminateOnNaN: false` goes on regardless',
  );
}

/**
 * Throws a ModelError `diverged-training` when a weight of the model is not finite. Some backends
 * hide that from the loss: tfjs' ReLU on wasm makes 0 of NaN.
 *
 * @param when Where the run is, such as `after epoch 3`.
 */
export async function checkWeights(
  model: LayersModel,
  when: string,
  learningRate: number,
): Promise<void> {
  for (const weight of model.weights) {
    const values = await weight.read().data();
    const bad = (values as Float32Array).find((value) => !Number.isFinite(value));
    if (bad !== undefined) {
      throw divergedError(`the weights ${weight.originalName} are ${bad} ${when}`, learningRate);
    }
  }
}
