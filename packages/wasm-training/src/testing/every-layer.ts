import { type layers as Layers, layers } from '@tensorflow/tfjs-layers';

type Layer = Layers.Layer;
type Builder = [name: string, build: () => Layer];

export const sequence: number[] = [6, 4];
export const image: number[] = [6, 6, 3];
const volume = [4, 4, 4, 2];
const conv = { filters: 3, kernelSize: 2 };

const onRows: Builder[] = [
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
const onSequences: Builder[] = [
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
const onImages: Builder[] = [
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
const onVolumes: Builder[] = [
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

/** Every layer of one input, with the shape of its examples. */
export const chains: { name: string; shape: number[]; build: () => Layer }[] = (
  [
    [[4], onRows],
    [sequence, onSequences],
    [image, onImages],
    [volume, onVolumes],
  ] as [number[], Builder[]][]
).flatMap(([shape, builders]) => builders.map(([name, build]) => ({ name, shape, build })));

/** Every layer of two inputs. */
export const merges: Record<string, () => Layer> = {
  add: () => layers.add(),
  average: () => layers.average(),
  concatenate: () => layers.concatenate(),
  maximum: () => layers.maximum(),
  minimum: () => layers.minimum(),
  multiply: () => layers.multiply(),
  dot: () => layers.dot({ axes: -1 }),
};
