import { DEFAULT_LAGS } from '@ser/model';
import type { GradientRecipe } from '../recipe.ts';

/** How large a model is. */
export interface ModelSize {
  /** All its weights, with the statistics of batch normalisation. */
  readonly weights: number;
  /** Numbers that its widest layer holds for one example. */
  readonly widest: number;
}

/** What `buildModel` and `buildFrameModel` take where a recipe says nothing. */
const CNN_BLOCKS = [
  { filters: 128, kernelSize: 5, poolSize: 4 },
  { filters: 256, kernelSize: 5, poolSize: 4 },
  { filters: 128, kernelSize: 3, poolSize: 4 },
  { filters: 64, kernelSize: 3 },
];

/** The fewest labels that a model tells apart. */
const LEAST_CLASSES = 2;

/**
 * The size of a recipe's model, computed without building it.
 *
 * @param classes Number of labels. Default 2, as a recipe does not know its labels.
 */
export function modelSize(
  model: GradientRecipe['model'],
  shape: readonly [steps: number, channels: number],
  classes: number = LEAST_CLASSES,
): ModelSize {
  return model.kind === 'frames'
    ? frameModelSize(model, shape, classes)
    : cnnSize(model, shape, classes);
}

function frameModelSize(
  model: Extract<GradientRecipe['model'], { kind: 'frames' }>,
  [steps, channels]: readonly [number, number],
  classes: number,
): ModelSize {
  const { filters = 96, kernelSize = 3, dilations = [1, 2, 4, 8], squeeze = 0.25 } = model;
  const { pooling, pooledChannels = 24, lags = DEFAULT_LAGS } = model;
  const narrow = Math.max(1, Math.round(filters * squeeze));
  const gate = squeeze > 0 ? layer(filters, narrow) + layer(narrow, filters) : 0;
  const block = layer(filters, filters, kernelSize) + norm(filters) + gate;
  const kinds = 1 + lags.length;
  const isCovariance = pooling === 'covariance';
  const scored = isCovariance ? pooledChannels : 1;
  const pooled = isCovariance
    ? pooledChannels + (kinds * pooledChannels * (pooledChannels + 1)) / 2
    : 2 * filters;
  return {
    weights:
      layer(channels, filters, kernelSize) +
      norm(filters) +
      dilations.length * block +
      layer(filters, scored) +
      norm(pooled) +
      layer(pooled, classes),
    // The differences of each lag, and the products of each pair of channels, are there at once.
    widest: Math.max(
      steps * filters,
      isCovariance ? kinds * pooledChannels * (steps + pooledChannels) : 0,
    ),
  };
}

function cnnSize(
  { blocks = CNN_BLOCKS, dense = { units: 64 } }: Extract<GradientRecipe['model'], { kind: 'cnn' }>,
  [steps, channels]: readonly [number, number],
  classes: number,
): ModelSize {
  let [weights, widest, length, width] = [0, 0, steps, channels];
  for (const { filters, kernelSize, poolSize = 1 } of blocks) {
    weights += layer(width, filters, kernelSize) + norm(filters);
    widest = Math.max(widest, length * filters);
    length = Math.ceil(length / poolSize);
    width = filters;
  }
  return { weights: weights + layer(width, dense.units) + layer(dense.units, classes), widest };
}

/** The weights of a convolution or a dense layer, with its biases. */
function layer(from: number, to: number, kernelSize = 1): number {
  return (from * kernelSize + 1) * to;
}

/** The weights of a batch normalisation: slopes, shifts, means and variances. */
function norm(channels: number): number {
  return 4 * channels;
}
