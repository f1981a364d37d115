import type { OptionNames } from '@ser/internal';
import * as tf from '@tensorflow/tfjs-layers';
import { CovariancePooling, DEFAULT_LAGS } from '../layers/covariance-pooling.ts';
import { ModelError } from '../model-error.ts';
import { deriveSeed } from '../random/derive-seed.ts';
import { checkBackend } from '../util/check-backend.ts';
import { checkInputShape } from '../util/check-input-shape.ts';
import { checkList } from '../util/check-list.ts';
import { checkFractionOrZero, checkInteger } from '../util/check-numbers.ts';
import { checkOptions } from '../util/check-options.ts';

/** The options of `buildFrameModel`. */
export interface FrameModelConfig {
  /** Frames and features a frame of one example. Required. */
  inputShape: [frames: number, features: number];
  /** Number of labels. Default 8. */
  classes?: number;
  /** Channels of every convolution. Default 96. */
  filters?: number;
  /** Frames that a convolution joins. Default 3. */
  kernelSize?: number;
  /**
   * Dilation of each residual block: how far apart the frames are that it joins. Default
   * `[1, 2, 4, 8]`.
   */
  dilations?: number[];
  /**
   * Width of the squeeze-and-excitation bottleneck as a share of `filters`; 0 leaves it out.
   * Default 0.25.
   */
  squeeze?: number;
  /**
   * How frames become one row. `'attention'` weighs them, then takes mean and mean square (Okabe et
   * al. 2018). `'covariance'` makes `pooledChannels` of the channels and takes their means,
   * deviations and correlations, and those of their differences ({@link CovariancePooling}).
   * Default 'attention'.
   */
  pooling?: 'attention' | 'covariance';
  /** Channels whose covariances are taken. Default 24. */
  pooledChannels?: number;
  /** Frames between the two of a difference, for covariances. Default `[1, 2, 5]`. */
  lags?: readonly number[];
  /** Rate of the dropout inside the blocks. Default 0.2. */
  dropout?: number;
  /** Rate of the dropout before the scores. Default 0.4. */
  headDropout?: number;
  /**
   * Momentum of the moving averages of batch normalisation before the pooling. Default 0.9.
   */
  batchNormMomentum?: number;
  /** Seed of the weights. Default 0. */
  seed?: number;
}

const OPTIONS: OptionNames<FrameModelConfig> = {
  inputShape: true,
  classes: true,
  filters: true,
  kernelSize: true,
  dilations: true,
  squeeze: true,
  pooling: true,
  pooledChannels: true,
  lags: true,
  dropout: true,
  headDropout: true,
  batchNormMomentum: true,
  seed: true,
};

/** Momentum of the moving averages of the normalisation after the pooling. */
const POOLED_MOMENTUM = 0.9;

/**
 * Builds a model over sequences of frames: a convolution, dilated residual blocks with
 * squeeze-and-excitation, then pooling over time. In attentive pooling (Okabe et al. 2018) a
 * softmax over time weighs the frames, and their weighted mean and weighted mean square go to the
 * scores; all layers are tfjs' own then, so a saved model loads without this package. Pooling by
 * covariances is {@link CovariancePooling}, and a saved model needs that to load.
 *
 * @returns An uncompiled model, input `[batch, frames, features]`, output `[batch, classes]`
 *   probabilities.
 * @throws {ModelError} `bad-argument`; `missing-backend` before a backend of tfjs runs.
 */
export function buildFrameModel(config: FrameModelConfig): tf.LayersModel {
  const caller = 'buildFrameModel';
  const {
    inputShape,
    classes = 8,
    filters = 96,
    kernelSize = 3,
    dilations = [1, 2, 4, 8],
    squeeze = 0.25,
    pooling = 'attention',
    pooledChannels = 24,
    lags = DEFAULT_LAGS,
    dropout = 0.2,
    headDropout = 0.4,
    batchNormMomentum = 0.9,
    seed = 0,
  } = checkOptions(caller, config, OPTIONS);
  checkInputShape(caller, 'inputShape', inputShape);
  checkInteger(caller, 'classes', classes, 2);
  checkInteger(caller, 'filters', filters, 1);
  checkInteger(caller, 'kernelSize', kernelSize, 1);
  checkInteger(caller, 'seed', seed, 0);
  dilations.forEach((dilation, i) => {
    checkInteger(caller, `dilations[${i}]`, dilation, 1);
  });
  if (pooling !== 'attention' && pooling !== 'covariance') {
    throw new ModelError(
      'bad-argument',
      `${caller}: \`pooling\` must be 'attention' or 'covariance', got ${pooling}`,
    );
  }
  checkInteger(caller, 'pooledChannels', pooledChannels, 1);
  checkList(caller, 'lags', lags);
  lags.forEach((lag, i) => {
    checkInteger(caller, `lags[${i}]`, lag, 1);
  });
  if (pooling === 'covariance' && Math.max(0, ...lags) >= inputShape[0]) {
    throw new ModelError(
      'bad-argument',
      `${caller}: \`lags\` must be below the ${inputShape[0]} frames, got ${Math.max(...lags)}`,
    );
  }
  checkFractionOrZero(caller, 'squeeze', squeeze);
  checkFractionOrZero(caller, 'dropout', dropout);
  checkFractionOrZero(caller, 'headDropout', headDropout);
  checkFractionOrZero(caller, 'batchNormMomentum', batchNormMomentum);
  checkBackend(caller);

  let weighted = 0;
  const kernelInitializer = () =>
    tf.initializers.glorotUniform({ seed: deriveSeed(seed, weighted++) });
  const conv = (name: string, size: number, width: number, dilationRate = 1) =>
    tf.layers.conv1d({
      name,
      filters: width,
      kernelSize: size,
      dilationRate,
      padding: 'same',
      kernelInitializer: kernelInitializer(),
    });
  const dense = (name: string, units: number, activation: 'relu' | 'sigmoid' | 'softmax') =>
    tf.layers.dense({ name, units, activation, kernelInitializer: kernelInitializer() });
  const apply = (layer: tf.layers.Layer, ...inputs: tf.SymbolicTensor[]) =>
    layer.apply(inputs.length === 1 ? inputs[0] : inputs) as tf.SymbolicTensor;
  const normalised = (name: string, x: tf.SymbolicTensor) =>
    apply(
      tf.layers.reLU({ name: `${name}_relu` }),
      apply(tf.layers.batchNormalization({ name: `${name}_norm`, momentum: batchNormMomentum }), x),
    );

  const excited = (name: string, x: tf.SymbolicTensor): tf.SymbolicTensor => {
    if (squeeze === 0) return x;
    const mean = apply(tf.layers.globalAveragePooling1d({ name: `${name}_mean` }), x);
    const narrow = apply(
      dense(`${name}_squeeze`, Math.max(1, Math.round(filters * squeeze)), 'relu'),
      mean,
    );
    const gate = apply(dense(`${name}_excite`, filters, 'sigmoid'), narrow);
    const wide = apply(
      tf.layers.reshape({ name: `${name}_gate`, targetShape: [1, filters] }),
      gate,
    );
    return apply(tf.layers.multiply({ name: `${name}_scale` }), x, wide);
  };

  const input = tf.input({ shape: inputShape, name: 'frames' });
  let x = normalised('stem', apply(conv('stem_conv', kernelSize, filters), input));
  dilations.forEach((dilation, i) => {
    const name = `block_${i + 1}`;
    let y = normalised(name, apply(conv(`${name}_conv`, kernelSize, filters, dilation), x));
    y = excited(name, y);
    if (dropout > 0) y = apply(tf.layers.dropout({ name: `${name}_dropout`, rate: dropout }), y);
    x = apply(tf.layers.add({ name: `${name}_add` }), x, y);
  });

  const pooled =
    pooling === 'attention'
      ? attentivePooling(x, filters, apply, conv)
      : covariancePooling(apply(conv('pooled_channels', 1, pooledChannels), x), lags, apply);
  const dropped =
    headDropout > 0
      ? apply(tf.layers.dropout({ name: 'head_dropout', rate: headDropout }), pooled)
      : pooled;
  const scores = apply(dense('scores', classes, 'softmax'), dropped);
  return tf.model({ inputs: input, outputs: scores, name: 'ser_frames' });
}

/** Weighted mean and weighted mean square over time, `[batch, 2 · filters]`, normalised. */
function attentivePooling(
  x: tf.SymbolicTensor,
  filters: number,
  apply: (layer: tf.layers.Layer, ...inputs: tf.SymbolicTensor[]) => tf.SymbolicTensor,
  conv: (name: string, size: number, width: number) => tf.layers.Layer,
): tf.SymbolicTensor {
  const logits = apply(conv('attention_conv', 1, 1), x);
  // tfjs' softmax runs along the last axis only, so time goes there.
  const row = apply(tf.layers.permute({ name: 'attention_row', dims: [2, 1] }), logits);
  const weights = apply(tf.layers.softmax({ name: 'attention', axis: -1 }), row);
  const weightedMean = (name: string, of: tf.SymbolicTensor) =>
    apply(
      tf.layers.reshape({ name, targetShape: [filters] }),
      apply(tf.layers.dot({ name: `${name}_dot`, axes: [2, 1] }), weights, of),
    );
  const mean = weightedMean('attentive_mean', x);
  // A copy, because tfjs' predict frees an input that one layer takes twice. x is a sum of ReLUs,
  // so its ReLU is x again.
  const copy = apply(tf.layers.reLU({ name: 'copy' }), x);
  const squares = apply(tf.layers.multiply({ name: 'squares' }), x, copy);
  const meanSquare = weightedMean('attentive_mean_square', squares);
  const both = apply(tf.layers.concatenate({ name: 'pooled' }), mean, meanSquare);
  return apply(
    tf.layers.batchNormalization({ name: 'pooled_norm', momentum: POOLED_MOMENTUM }),
    both,
  );
}

/** Means, deviations and correlations over time, normalised. */
function covariancePooling(
  x: tf.SymbolicTensor,
  lags: readonly number[],
  apply: (layer: tf.layers.Layer, ...inputs: tf.SymbolicTensor[]) => tf.SymbolicTensor,
): tf.SymbolicTensor {
  const pooled = apply(new CovariancePooling({ name: 'pooled', lags }), x);
  return apply(
    tf.layers.batchNormalization({ name: 'pooled_norm', momentum: POOLED_MOMENTUM }),
    pooled,
  );
}
