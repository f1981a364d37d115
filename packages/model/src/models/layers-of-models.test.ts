import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { beforeAll, describe, expect, it } from 'vitest';
import { type LayerLine, layersOf } from '../testing/layers-of.ts';
import { buildFrameModel, type FrameModelConfig } from './build-frame-model.ts';
import { buildModel, type ModelConfig } from './build-model.ts';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

/** The seeds of the kernels of a model with seed 0, in their order. */
const SEEDS = [
  2462723854, 2527132011, 3024231355, 3984711379, 1486870344, 1478832577, 2058230478, 588686121,
  3829098881, 2575006578, 888966967, 1958489464, 2456704635, 4193150913, 2409937542,
];

/** The layers of a new model. */
function lines(model: LayersModel): LayerLine[] {
  const all = layersOf(model);
  model.dispose();
  return all;
}

describe('buildModel', () => {
  const built = (config?: ModelConfig): LayerLine[] => lines(buildModel(config));
  const conv = (filters: number, size: number, seed: number, l2 = 1e-4) => ({
    filters,
    kernel_initializer: seed,
    kernel_regularizer: l2,
    kernel_size: [size],
    activation: 'relu',
  });
  const pool = { pool_size: [4], padding: 'same', strides: [4] };
  const REFERENCE: LayerLine[] = [
    ['InputLayer', 'input', [], { batch_input_shape: [null, 162, 1] }],
    ['Conv1D', 'conv_1', ['input'], conv(128, 5, SEEDS[0])],
    ['BatchNormalization', 'batch_norm_1', ['conv_1'], { momentum: 0.99 }],
    ['MaxPooling1D', 'max_pooling_1', ['batch_norm_1'], pool],
    ['Conv1D', 'conv_2', ['max_pooling_1'], conv(256, 5, SEEDS[1])],
    ['BatchNormalization', 'batch_norm_2', ['conv_2'], { momentum: 0.99 }],
    ['MaxPooling1D', 'max_pooling_2', ['batch_norm_2'], pool],
    ['Conv1D', 'conv_3', ['max_pooling_2'], conv(128, 3, SEEDS[2])],
    ['BatchNormalization', 'batch_norm_3', ['conv_3'], { momentum: 0.99 }],
    ['Dropout', 'dropout_3', ['batch_norm_3'], { rate: 0.3 }],
    ['MaxPooling1D', 'max_pooling_3', ['dropout_3'], pool],
    ['Conv1D', 'conv_4', ['max_pooling_3'], conv(64, 3, SEEDS[3])],
    ['BatchNormalization', 'batch_norm_4', ['conv_4'], { momentum: 0.99 }],
    ['Dropout', 'dropout_4', ['batch_norm_4'], { rate: 0.3 }],
    ['GlobalAveragePooling1D', 'global_average_pooling', ['dropout_4'], {}],
    [
      'Dense',
      'dense',
      ['global_average_pooling'],
      { units: 64, activation: 'relu', kernel_initializer: SEEDS[4] },
    ],
    ['Dropout', 'dropout_dense', ['dense'], { rate: 0.4 }],
    [
      'Dense',
      'scores',
      ['dropout_dense'],
      { units: 8, activation: 'softmax', kernel_initializer: SEEDS[5] },
    ],
  ];

  it('is the reference CNN by default', () => {
    expect(built()).toEqual(REFERENCE);
  });

  /** A model of one block, each option of which is unlike the default. */
  const SMALL = {
    inputShape: [9, 2],
    classes: 3,
    blocks: [{ filters: 5, kernelSize: 4, dropout: 0.125, poolSize: 2 }],
    dense: { units: 7, dropout: 0.25 },
    l2: 0.5,
    batchNormMomentum: 0.75,
  } satisfies ModelConfig;

  it('takes every option to its layers', () => {
    expect(built(SMALL)).toEqual([
      ['InputLayer', 'input', [], { batch_input_shape: [null, 9, 2] }],
      ['Conv1D', 'conv_1', ['input'], conv(5, 4, SEEDS[0], 0.5)],
      ['BatchNormalization', 'batch_norm_1', ['conv_1'], { momentum: 0.75 }],
      ['Dropout', 'dropout_1', ['batch_norm_1'], { rate: 0.125 }],
      [
        'MaxPooling1D',
        'max_pooling_1',
        ['dropout_1'],
        { pool_size: [2], padding: 'same', strides: [2] },
      ],
      ['GlobalAveragePooling1D', 'global_average_pooling', ['max_pooling_1'], {}],
      [
        'Dense',
        'dense',
        ['global_average_pooling'],
        { units: 7, activation: 'relu', kernel_initializer: SEEDS[1] },
      ],
      ['Dropout', 'dropout_dense', ['dense'], { rate: 0.25 }],
      [
        'Dense',
        'scores',
        ['dropout_dense'],
        { units: 3, activation: 'softmax', kernel_initializer: SEEDS[2] },
      ],
    ]);
  });

  it.each<[string, ModelConfig]>([
    ['dropout of a block', { blocks: [{ filters: 5, kernelSize: 4 }] }],
    ['a dropout of 0', { blocks: [{ filters: 5, kernelSize: 4, dropout: 0 }] }],
  ])('leaves out what is left out: %s', (_, config) => {
    const kinds = built({ ...SMALL, ...config }).map(([kind]) => kind);
    expect(kinds.slice(0, 4)).toEqual([
      'InputLayer',
      'Conv1D',
      'BatchNormalization',
      'GlobalAveragePooling1D',
    ]);
  });

  it.each([{ units: 7 }, { units: 7, dropout: 0 }])('has no dropout after %j', (dense) => {
    expect(built({ ...SMALL, dense }).map(([, name]) => name)).not.toContain('dropout_dense');
  });

  it('has no penalty for an L2 of 0', () => {
    const [, [, , , convolution]] = built({ ...SMALL, l2: 0 });
    expect(convolution).not.toHaveProperty('kernel_regularizer');
  });

  it('draws other weights in every layer from another seed', () => {
    const seedsOf = (seed: number) =>
      built({ seed }).flatMap(([, , , { kernel_initializer }]) => kernel_initializer ?? []);
    expect(seedsOf(0)).toEqual(SEEDS.slice(0, 6));
    expect(new Set([...seedsOf(0), ...seedsOf(1)]).size).toBe(12);
  });

  it('is called ser_cnn', () => {
    const model = buildModel(SMALL);
    expect(model.name).toBe('ser_cnn');
    model.dispose();
  });
});

describe('buildFrameModel', () => {
  const built = (config: FrameModelConfig): LayerLine[] => lines(buildFrameModel(config));

  interface Sizes {
    filters: number;
    kernelSize: number;
    squeezed: number;
    dropout: number;
    momentum: number;
  }
  /** One residual block of the model, after the layer `from`. */
  const block = (
    n: number,
    from: string,
    dilation: number,
    [first, second, third]: number[],
    { filters, kernelSize, squeezed, dropout, momentum }: Sizes,
  ): LayerLine[] => {
    const dilated = dilation === 1 ? {} : { dilation_rate: [dilation] };
    const dense = (units: number, activation: string, seed: number) => ({
      units,
      activation,
      kernel_initializer: seed,
    });
    return [
      [
        'Conv1D',
        `block_${n}_conv`,
        [from],
        { filters, kernel_initializer: first, kernel_size: [kernelSize], ...dilated },
      ],
      ['BatchNormalization', `block_${n}_norm`, [`block_${n}_conv`], { momentum }],
      ['ReLU', `block_${n}_relu`, [`block_${n}_norm`], {}],
      ['GlobalAveragePooling1D', `block_${n}_mean`, [`block_${n}_relu`], {}],
      ['Dense', `block_${n}_squeeze`, [`block_${n}_mean`], dense(squeezed, 'relu', second)],
      ['Dense', `block_${n}_excite`, [`block_${n}_squeeze`], dense(filters, 'sigmoid', third)],
      ['Reshape', `block_${n}_gate`, [`block_${n}_excite`], { target_shape: [1, filters] }],
      ['Multiply', `block_${n}_scale`, [`block_${n}_relu`, `block_${n}_gate`], {}],
      ['Dropout', `block_${n}_dropout`, [`block_${n}_scale`], { rate: dropout }],
      ['Add', `block_${n}_add`, [from, `block_${n}_dropout`], {}],
    ];
  };
  /** What stands before the blocks. */
  const stem = (shape: number[], { filters, kernelSize, momentum }: Sizes): LayerLine[] => [
    ['InputLayer', 'frames', [], { batch_input_shape: [null, ...shape] }],
    [
      'Conv1D',
      'stem_conv',
      ['frames'],
      { filters, kernel_initializer: SEEDS[0], kernel_size: [kernelSize] },
    ],
    ['BatchNormalization', 'stem_norm', ['stem_conv'], { momentum }],
    ['ReLU', 'stem_relu', ['stem_norm'], {}],
  ];
  /** What stands after them. */
  const head = (
    from: string,
    [attention, last]: number[],
    { filters }: Sizes,
    classes: number,
    headDropout: number,
  ): LayerLine[] => [
    [
      'Conv1D',
      'attention_conv',
      [from],
      { filters: 1, kernel_initializer: attention, kernel_size: [1] },
    ],
    ['Permute', 'attention_row', ['attention_conv'], { dims: [2, 1] }],
    ['ReLU', 'copy', [from], {}],
    ['Softmax', 'attention', ['attention_row'], { axis: -1 }],
    ['Multiply', 'squares', [from, 'copy'], {}],
    ['Dot', 'attentive_mean_dot', ['attention', from], { axes: [2, 1], normalize: false }],
    [
      'Dot',
      'attentive_mean_square_dot',
      ['attention', 'squares'],
      { axes: [2, 1], normalize: false },
    ],
    ['Reshape', 'attentive_mean', ['attentive_mean_dot'], { target_shape: [filters] }],
    [
      'Reshape',
      'attentive_mean_square',
      ['attentive_mean_square_dot'],
      { target_shape: [filters] },
    ],
    ['Concatenate', 'pooled', ['attentive_mean', 'attentive_mean_square'], { axis: -1 }],
    ['BatchNormalization', 'pooled_norm', ['pooled'], { momentum: 0.9 }],
    ['Dropout', 'head_dropout', ['pooled_norm'], { rate: headDropout }],
    [
      'Dense',
      'scores',
      ['head_dropout'],
      { units: classes, activation: 'softmax', kernel_initializer: last },
    ],
  ];

  it('has four blocks of 96 channels by default', () => {
    const sizes = { filters: 96, kernelSize: 3, squeezed: 24, dropout: 0.2, momentum: 0.9 };
    expect(built({ inputShape: [5, 3] })).toEqual([
      ...stem([5, 3], sizes),
      ...block(1, 'stem_relu', 1, SEEDS.slice(1, 4), sizes),
      ...block(2, 'block_1_add', 2, SEEDS.slice(4, 7), sizes),
      ...block(3, 'block_2_add', 4, SEEDS.slice(7, 10), sizes),
      ...block(4, 'block_3_add', 8, SEEDS.slice(10, 13), sizes),
      ...head('block_4_add', SEEDS.slice(13), sizes, 8, 0.4),
    ]);
  });

  /** Each option is unlike the default. */
  const SMALL: FrameModelConfig = {
    inputShape: [7, 2],
    classes: 3,
    filters: 6,
    kernelSize: 5,
    dilations: [3],
    squeeze: 0.5,
    dropout: 0.125,
    headDropout: 0.25,
    batchNormMomentum: 0.75,
  };

  it('takes every option to its layers', () => {
    const sizes = { filters: 6, kernelSize: 5, squeezed: 3, dropout: 0.125, momentum: 0.75 };
    expect(built(SMALL)).toEqual([
      ...stem([7, 2], sizes),
      ...block(1, 'stem_relu', 3, SEEDS.slice(1, 4), sizes),
      ...head('block_1_add', SEEDS.slice(4, 6), sizes, 3, 0.25),
    ]);
  });

  it.each<[FrameModelConfig, number, number[]]>([
    [{ pooling: 'covariance', inputShape: [7, 2] }, 24, [1, 2, 5]],
    [{ pooling: 'covariance', inputShape: [7, 2], pooledChannels: 5, lags: [3] }, 5, [3]],
  ])('pools by covariances: %j', (config, filters, lags) => {
    const all = built({ ...config, classes: 3, filters: 6, dilations: [], headDropout: 0.25 });
    expect(all.slice(4)).toEqual([
      [
        'Conv1D',
        'pooled_channels',
        ['stem_relu'],
        { filters, kernel_initializer: SEEDS[1], kernel_size: [1] },
      ],
      ['CovariancePooling', 'pooled', ['pooled_channels'], { lags, softening: 0.1 }],
      ['BatchNormalization', 'pooled_norm', ['pooled'], { momentum: 0.9 }],
      ['Dropout', 'head_dropout', ['pooled_norm'], { rate: 0.25 }],
      [
        'Dense',
        'scores',
        ['head_dropout'],
        { units: 3, activation: 'softmax', kernel_initializer: SEEDS[2] },
      ],
    ]);
  });

  it.each<[FrameModelConfig, string]>([
    [{ ...SMALL, squeeze: 0 }, 'block_1_squeeze'],
    [{ ...SMALL, dropout: 0 }, 'block_1_dropout'],
    [{ ...SMALL, headDropout: 0 }, 'head_dropout'],
  ])('leaves out a layer that does nothing', (config, name) => {
    const names = (each: FrameModelConfig) => built(each).map(([, layer]) => layer);
    expect(names(SMALL)).toContain(name);
    expect(names(config)).not.toContain(name);
  });

  it.each([
    [6, 0.1, 1],
    [3, 0.5, 2],
    [10, 0.01, 1],
  ])('of %i channels squeezed to %d has a bottleneck of %i', (filters, squeeze, units) => {
    const line = built({ ...SMALL, filters, squeeze }).find(([, name]) => name.endsWith('squeeze'));
    expect(line?.[3].units).toBe(units);
  });

  it('draws other weights in every layer from another seed', () => {
    const seedsOf = (seed: number) =>
      built({ ...SMALL, seed }).flatMap(([, , , config]) => config.kernel_initializer ?? []);
    expect(seedsOf(0)).toEqual(SEEDS.slice(0, 6));
    expect(new Set([...seedsOf(0), ...seedsOf(1)]).size).toBe(12);
  });

  it('is called ser_frames', () => {
    const model = buildFrameModel(SMALL);
    expect(model.name).toBe('ser_frames');
    model.dispose();
  });
});
