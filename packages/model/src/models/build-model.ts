import type { OptionNames } from '@ser/internal';
import * as tf from '@tensorflow/tfjs-layers';
import { deriveSeed } from '../random/derive-seed.ts';
import { checkBackend } from '../util/check-backend.ts';
import { checkInputShape } from '../util/check-input-shape.ts';
import { checkFractionOrZero, checkInteger, checkNonNegative } from '../util/check-numbers.ts';
import { checkOptions } from '../util/check-options.ts';

/**
 * One convolution block: Conv1D (same padding, ReLU, L2), batch normalisation, dropout, max pooling
 * (same padding).
 */
export interface ConvBlock {
  /** Channels of the convolution. Required. */
  filters: number;
  /** Steps that the convolution joins. Required. */
  kernelSize: number;
  /** Rate of the dropout after batch normalisation; 0 leaves the layer out. Default 0. */
  dropout?: number;
  /** Pool size and stride. Default: none, the block does not pool. */
  poolSize?: number;
}

/** The hidden dense layer of {@link buildModel}. */
export interface DenseConfig {
  /** Width of the layer. Required. */
  units: number;
  /** Rate of the dropout after it; 0 leaves the layer out. Default 0. */
  dropout?: number;
}

/** The options of `buildModel`. The defaults are the reference CNN. */
export interface ModelConfig {
  /** Steps and channels of one example. Default `[162, 1]`. */
  inputShape?: [steps: number, channels: number];
  /** Number of labels. Default 8. */
  classes?: number;
  /**
   * The convolution blocks, in their order. Default: the four of the reference CNN (128, 256, 128
   * and 64 filters).
   */
  blocks?: ConvBlock[];
  /** The hidden dense layer before the softmax. Default `{ units: 64, dropout: 0.4 }`. */
  dense?: DenseConfig;
  /** L2 penalty on each convolution kernel. Default 0.0001. */
  l2?: number;
  /**
   * Momentum of the moving averages of batch normalisation. Keras' default lags behind in runs of
   * few steps. Default 0.99.
   */
  batchNormMomentum?: number;
  /** Seed of the weights. Default 0. */
  seed?: number;
}

const BLOCK_OPTIONS: OptionNames<ConvBlock> = {
  filters: true,
  kernelSize: true,
  dropout: true,
  poolSize: true,
};

const DENSE_OPTIONS: OptionNames<DenseConfig> = { units: true, dropout: true };

const OPTIONS: OptionNames<ModelConfig> = {
  inputShape: true,
  classes: true,
  blocks: true,
  dense: true,
  l2: true,
  batchNormMomentum: true,
  seed: true,
};

const REFERENCE_BLOCKS: ConvBlock[] = [
  { filters: 128, kernelSize: 5, poolSize: 4 },
  { filters: 256, kernelSize: 5, poolSize: 4 },
  { filters: 128, kernelSize: 3, dropout: 0.3, poolSize: 4 },
  { filters: 64, kernelSize: 3, dropout: 0.3 },
];

/**
 * Builds the 1-D CNN. Without options: the reference CNN over 162 features, 294,920 parameters, of
 * which 293,768 train.
 *
 * @returns An uncompiled model, input `[batch, steps, channels]`, output `[batch, classes]`
 *   probabilities.
 * @throws {ModelError} `bad-argument`; `missing-backend` before a backend of tfjs runs.
 * @example
 * buildModel().countParams(); // 294920
 */
export function buildModel(config: ModelConfig = {}): tf.LayersModel {
  const {
    inputShape = [162, 1],
    classes = 8,
    blocks = REFERENCE_BLOCKS,
    dense = { units: 64, dropout: 0.4 },
    l2 = 1e-4,
    batchNormMomentum = 0.99,
    seed = 0,
  } = checkOptions('buildModel', config, OPTIONS);
  checkInputShape('buildModel', 'inputShape', inputShape);
  checkInteger('buildModel', 'classes', classes, 2);
  checkOptions('buildModel: `dense`', dense, DENSE_OPTIONS);
  checkInteger('buildModel', 'dense.units', dense.units, 1);
  checkFractionOrZero('buildModel', 'dense.dropout', dense.dropout ?? 0);
  checkFractionOrZero('buildModel', 'batchNormMomentum', batchNormMomentum);
  checkNonNegative('buildModel', 'l2', l2);
  checkInteger('buildModel', 'seed', seed, 0);
  // All of them first: a layer that is built holds weights.
  blocks.forEach((block, i) => {
    checkBlock('buildModel', `blocks[${i}]`, block);
  });
  checkBackend('buildModel');

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

function checkBlock(caller: string, name: string, block: ConvBlock): void {
  const {
    filters,
    kernelSize,
    dropout = 0,
    poolSize = 1,
  } = checkOptions(`${caller}: \`${name}\``, block, BLOCK_OPTIONS);
  checkInteger(caller, `${name}.filters`, filters, 1);
  checkInteger(caller, `${name}.kernelSize`, kernelSize, 1);
  checkFractionOrZero(caller, `${name}.dropout`, dropout);
  checkInteger(caller, `${name}.poolSize`, poolSize, 1);
}
