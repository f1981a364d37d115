// Runs in a process of its own, with nothing but what the README installs.
import '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import {
  input,
  type layers as Layers,
  type LayersModel,
  layers,
  model,
  sequential,
} from '@tensorflow/tfjs-layers';
import { enableWasmTraining } from '../enable-wasm-training.ts';

type Layer = Layers.Layer;

const sequence = [6, 4];
const image = [6, 6, 3];
const volume = [4, 4, 4, 2];
const conv = { filters: 3, kernelSize: 2 };

/** What stands before a layer, so that a gradient goes through it. */
function before(shape: number[]): Layer {
  if (shape.length === 4)
    return layers.conv3d({ inputShape: shape, filters: shape[3], kernelSize: 1 });
  if (shape.length === 3)
    return layers.conv2d({ inputShape: shape, filters: shape[2], kernelSize: 1 });
  return layers.dense({ inputShape: shape, units: shape[shape.length - 1] });
}

const onRows: [string, () => Layer][] = [
  ['dense', () => layers.dense({ units: 3 })],
  ['dropout', () => layers.dropout({ rate: 0.3 })],
  ['activation', () => layers.activation({ activation: 'tanh' })],
  ['repeatVector', () => layers.repeatVector({ n: 3 })],
  ['batchNormalization', () => layers.batchNormalization()],
  ['batchNormalization without scale', () => layers.batchNormalization({ scale: false })],
  ['batchNormalization without centre', () => layers.batchNormalization({ center: false })],
  ['layerNormalization', () => layers.layerNormalization()],
  ['elu', () => layers.elu()],
  ['reLU', () => layers.reLU()],
  ['leakyReLU', () => layers.leakyReLU()],
  ['prelu', () => layers.prelu()],
  ['softmax', () => layers.softmax()],
  ['thresholdedReLU', () => layers.thresholdedReLU()],
  ['gaussianNoise', () => layers.gaussianNoise({ stddev: 0.1 })],
  ['gaussianDropout', () => layers.gaussianDropout({ rate: 0.1 })],
  ['alphaDropout', () => layers.alphaDropout({ rate: 0.1 })],
  ['rescaling', () => layers.rescaling({ scale: 2, offset: 1 })],
  ['reshape', () => layers.reshape({ targetShape: [2, 2] })],
];
const onSequences: [string, () => Layer][] = [
  ['lstm', () => layers.lstm({ units: 5 })],
  ['gru', () => layers.gru({ units: 5 })],
  ['simpleRNN', () => layers.simpleRNN({ units: 5 })],
  ['rnn of lstmCell', () => layers.rnn({ cell: layers.lstmCell({ units: 5 }) })],
  ['rnn of gruCell', () => layers.rnn({ cell: layers.gruCell({ units: 5 }) })],
  [
    'rnn of stackedRNNCells',
    () =>
      layers.rnn({
        cell: layers.stackedRNNCells({
          cells: [layers.simpleRNNCell({ units: 5 }), layers.simpleRNNCell({ units: 3 })],
        }),
      }),
  ],
  [
    'bidirectional',
    () => layers.bidirectional({ layer: layers.lstm({ units: 5 }) as never, mergeMode: 'concat' }),
  ],
  ['timeDistributed', () => layers.timeDistributed({ layer: layers.dense({ units: 3 }) })],
  ['masking', () => layers.masking()],
  ['conv1d', () => layers.conv1d(conv)],
  ['averagePooling1d', () => layers.averagePooling1d({ poolSize: 2 })],
  ['maxPooling1d', () => layers.maxPooling1d({ poolSize: 2 })],
  ['globalAveragePooling1d', () => layers.globalAveragePooling1d()],
  ['globalMaxPooling1d', () => layers.globalMaxPooling1d({ name: 'pool' })],
  ['spatialDropout1d', () => layers.spatialDropout1d({ rate: 0.3 })],
  ['flatten', () => layers.flatten()],
  ['permute', () => layers.permute({ dims: [2, 1] })],
];
const onImages: [string, () => Layer][] = [
  ['conv2d', () => layers.conv2d(conv)],
  ['conv2d, dilated', () => layers.conv2d({ ...conv, dilationRate: 2 })],
  ['conv2d, dilated, relu', () => layers.conv2d({ ...conv, dilationRate: 2, activation: 'relu' })],
  ['conv2dTranspose', () => layers.conv2dTranspose(conv)],
  ['depthwiseConv2d', () => layers.depthwiseConv2d({ kernelSize: 2 })],
  ['separableConv2d', () => layers.separableConv2d(conv)],
  [
    'cropping2D',
    () =>
      layers.cropping2D({
        cropping: [
          [1, 1],
          [1, 1],
        ],
      }),
  ],
  ['upSampling2d', () => layers.upSampling2d({})],
  ['zeroPadding2d', () => layers.zeroPadding2d()],
  ['averagePooling2d', () => layers.averagePooling2d({ poolSize: 2 })],
  ['maxPooling2d', () => layers.maxPooling2d({ poolSize: 2 })],
  ['globalAveragePooling2d', () => layers.globalAveragePooling2d({})],
  ['globalMaxPooling2d', () => layers.globalMaxPooling2d({})],
  ['centerCrop', () => layers.centerCrop({ height: 4, width: 4 })],
  ['resizing', () => layers.resizing({ height: 4, width: 4 })],
];
const onVolumes: [string, () => Layer][] = [
  ['conv3d', () => layers.conv3d(conv)],
  ['conv3dTranspose', () => layers.conv3dTranspose(conv)],
  ['averagePooling3d', () => layers.averagePooling3d({ poolSize: [2, 2, 2] })],
  ['maxPooling3d', () => layers.maxPooling3d({ poolSize: [2, 2, 2] })],
  ['convLstm2d', () => layers.convLstm2d({ filters: 2, kernelSize: 2 })],
  [
    'rnn of convLstm2dCell',
    () => layers.convLstm2d({ filters: 2, kernelSize: 2, returnSequences: true }),
  ],
];

const chains: [string, number[], () => Layer][] = [
  ...onRows.map(([name, build]) => [name, [4], build] as [string, number[], () => Layer]),
  ...onSequences.map(([name, build]) => [name, sequence, build] as [string, number[], () => Layer]),
  ...onImages.map(([name, build]) => [name, image, build] as [string, number[], () => Layer]),
  ...onVolumes.map(([name, build]) => [name, volume, build] as [string, number[], () => Layer]),
];

const merges = {
  add: () => layers.add(),
  average: () => layers.average(),
  concatenate: () => layers.concatenate(),
  maximum: () => layers.maximum(),
  minimum: () => layers.minimum(),
  multiply: () => layers.multiply(),
  dot: () => layers.dot({ axes: -1 }),
};

function merged(build: () => Layer): LayersModel {
  const rows = input({ shape: [4] });
  const branches = [1, 2].map(() => layers.dense({ units: 4 }).apply(rows));
  return model({ inputs: rows, outputs: build().apply(branches as never) as never });
}
/** Predicts, and fits one step. @returns What went wrong, or 'works'. */
async function tryModel(build: () => LayersModel, x?: tf.Tensor): Promise<string> {
  try {
    const built = build();
    built.compile({ optimizer: 'sgd', loss: 'meanSquaredError', metrics: [] });
    x ??= tf.randomNormal([2, ...(built.inputs[0].shape.slice(1) as number[])], 0, 1, 'float32', 1);
    const y = built.predict(x) as tf.Tensor;
    const target = tf.zeros(y.shape);
    const { history } = await built.fit(x, target, { epochs: 1, verbose: 0 });
    const loss = history.loss[0] as number;
    return Number.isFinite(loss) ? 'works' : `loss ${loss}`;
  } catch (error) {
    return (error as Error).message.split('\n')[0];
  }
}

/** Every layer of tfjs-layers: what it says when it predicts and fits. */
export async function trainEveryLayer(): Promise<Record<string, string>> {
  enableWasmTraining(tf, { threads: 1 });
  await tf.setBackend('wasm');
  const results: [string, string][] = [];
  for (const [name, shape, build] of chains) {
    results.push([name, await tryModel(() => sequential({ layers: [before(shape), build()] }))]);
  }
  for (const [name, build] of Object.entries(merges)) {
    results.push([name, await tryModel(() => merged(build))]);
  }
  for (const [name, build, x] of firsts()) results.push([name, await tryModel(build, x)]);
  return Object.fromEntries(results);
}

/** Layers that stand at the front, since no gradient goes through them or their input is an index. */
function firsts(): [string, () => LayersModel, tf.Tensor][] {
  const flat = (first: Layer): LayersModel =>
    sequential({ layers: [first, layers.flatten(), layers.dense({ units: 2 })] });
  const images = tf.randomNormal([2, ...image], 0, 1, 'float32', 1);
  return [
    [
      'embedding',
      () => flat(layers.embedding({ inputDim: 7, outputDim: 3, inputLength: 4 })),
      tf.tensor2d([1, 2, 3, 4, 6, 6, 0, 1], [2, 4]),
    ],
    [
      'masking, in front',
      () =>
        sequential({
          layers: [layers.masking({ inputShape: sequence }), layers.lstm({ units: 3 })],
        }),
      tf.randomNormal([2, ...sequence], 0, 1, 'float32', 1),
    ],
    [
      'resizing, in front',
      () => flat(layers.resizing({ inputShape: image, height: 4, width: 4 })),
      images,
    ],
  ];
}
