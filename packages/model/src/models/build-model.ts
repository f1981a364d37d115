import * as tf from '@tensorflow/tfjs-layers';
import { deriveSeed } from '../random/derive-seed.ts';
import {
  requireAtLeast0,
  requireInputShape,
  requireRate,
  requireWhole,
} from '../util/check-config.ts';

/** One convolution block: Conv1D (same padding, ReLU, L2), batch normalisation, dropout, max pooling (same padding). */
export interface ConvBlock {
  filters: number;
  kernelSize: number;
  /** Rate of the dropout after batch normalisation; 0 leaves the layer out. */
  dropout?: number;
  /** Pool size and stride; left out, the block does not pool. */
  poolSize?: number;
}

/** Options of {@link buildModel}. The defaults are the reference CNN. */
export interface ModelConfig {
  /** Steps and channels of one example. */
  inputShape?: [steps: number, channels: number];
  /** Number of labels. */
  classes?: number;
  blocks?: ConvBlock[];
  /** The hidden dense layer before the softmax. */
  dense?: { units: number; dropout?: number };
  /** L2 penalty on each convolution kernel. */
  l2?: number;
  /** Momentum of the moving averages of batch normalisation. Keras' default lags behind in runs of few steps. */
  batchNormMomentum?: number;
  /** Seed of the weights. */
  seed?: number;
}

const REFERENCE_BLOCKS: ConvBlock[] = [
  { filters: 128, kernelSize: 5, poolSize: 4 },
  { filters: 256, kernelSize: 5, poolSize: 4 },
  { filters: 128, kernelSize: 3, dropout: 0.3, poolSize: 4 },
  { filters: 64, kernelSize: 3, dropout: 0.3 },
];

/**
 * Builds the 1-D CNN. Without options: the reference CNN over 162 features, 294,920 parameters, of which 293,768 train.
 *
 * @returns an uncompiled model, input `[batch, steps, channels]`, output `[batch, classes]` probabilities
 * @throws ModelError `argument`
 * @example
 * buildModel().countParams(); // 294920
 */
export function buildModel({
  inputShape = [162, 1],
  classes = 8,
  blocks = REFERENCE_BLOCKS,
  dense = { units: 64, dropout: 0.4 },
  l2 = 1e-4,
  batchNormMomentum = 0.99,
  seed = 0,
}: ModelConfig = {}): tf.LayersModel {
  requireInputShape('buildModel', inputShape);
  requireWhole('buildModel', 'classes', classes, 2);
  requireWhole('buildModel', 'dense.units', dense.units, 1);
  requireRate('buildModel', 'dense.dropout', dense.dropout ?? 0);
  requireRate('buildModel', 'batchNormMomentum', batchNormMomentum);
  requireAtLeast0('buildModel', 'l2', l2);
  requireWhole('buildModel', 'seed', seed, 0);
  // All of them first: a layer that is built holds weights.
  blocks.forEach(requireBlock);

  let layerCount = 0;
  const initializer = () => tf.initializers.glorotUniform({ seed: deriveSeed(seed, layerCount++) });

  const input = tf.input({ shape: inputShape, name: 'input' });
  let x: tf.SymbolicTensor = input;
  const add = (layer: tf.layers.Layer) => {
    x = layer.apply(x) as tf.SymbolicTensor;
  };

  blocks.forEach(({ filters, kernelSize, dropout = 0, poolSize }, index) => {
    const n = index + 1;
    add(
      tf.layers.conv1d({
        name: `conv_${n}`,
        filters,
        kernelSize,
        padding: 'same',
        activation: 'relu',
        kernelInitializer: initializer(),
        kernelRegularizer: l2 > 0 ? tf.regularizers.l2({ l2 }) : undefined,
      }),
    );
    add(tf.layers.batchNormalization({ name: `batch_norm_${n}`, momentum: batchNormMomentum }));
    if (dropout > 0) add(tf.layers.dropout({ name: `dropout_${n}`, rate: dropout }));
    if (poolSize !== undefined) {
      add(
        tf.layers.maxPooling1d({
          name: `max_pooling_${n}`,
          poolSize,
          strides: poolSize,
          padding: 'same',
        }),
      );
    }
  });

  add(tf.layers.globalAveragePooling1d({ name: 'global_average_pooling' }));
  add(
    tf.layers.dense({
      name: 'dense',
      units: dense.units,
      activation: 'relu',
      kernelInitializer: initializer(),
    }),
  );
  if (dense.dropout) add(tf.layers.dropout({ name: 'dropout_dense', rate: dense.dropout }));
  add(
    tf.layers.dense({
      name: 'scores',
      units: classes,
      activation: 'softmax',
      kernelInitializer: initializer(),
    }),
  );
  return tf.model({ inputs: input, outputs: x, name: 'ser_cnn' });
}

function requireBlock(
  { filters, kernelSize, dropout = 0, poolSize = 1 }: ConvBlock,
  i: number,
): void {
  requireWhole('buildModel', `blocks[${i}].filters`, filters, 1);
  requireWhole('buildModel', `blocks[${i}].kernelSize`, kernelSize, 1);
  requireRate('buildModel', `blocks[${i}].dropout`, dropout);
  requireWhole('buildModel', `blocks[${i}].poolSize`, poolSize, 1);
}
