import type { GradientRecipe } from '../recipe.ts';

/** How large a model is. */
export interface ModelSize {
  /** Weights of its convolutions and dense layers. */
  readonly weights: number;
  /** Numbers that its widest layer gives for one example. */
  readonly widest: number;
}

/** What `buildModel` and `buildFrameModel` take where a recipe says nothing. */
const CNN_BLOCKS = [
  { filters: 128, kernelSize: 5, poolSize: 4 },
  { filters: 256, kernelSize: 5, poolSize: 4 },
  { filters: 128, kernelSize: 3, poolSize: 4 },
  { filters: 64, kernelSize: 3 },
];

/** The size of a recipe's model, computed without building it. The scores are left out. */
export function modelSize(
  model: GradientRecipe['model'],
  [steps, channels]: readonly [steps: number, channels: number],
): ModelSize {
  if (model.kind === 'frames') {
    const { filters = 96, kernelSize = 3, dilations = [1, 2, 4, 8], squeeze = 0.25 } = model;
    const block = filters * filters * (kernelSize + 2 * squeeze);
    const { pooling, pooledChannels = 24, lags = [1, 2, 5] } = model;
    const pooled = pooling === 'covariance' ? pooledChannels : 0;
    return {
      weights: channels * filters * kernelSize + dilations.length * block + filters * pooled,
      widest: Math.max(steps * filters, (1 + lags.length) * pooled * pooled),
    };
  }
  const { blocks = CNN_BLOCKS, dense = { units: 64 } } = model;
  let [weights, widest, length, width] = [0, 0, steps, channels];
  for (const { filters, kernelSize, poolSize = 1 } of blocks) {
    weights += width * filters * kernelSize;
    widest = Math.max(widest, length * filters);
    length = Math.ceil(length / poolSize);
    width = filters;
  }
  return { weights: weights + width * dense.units, widest };
}
