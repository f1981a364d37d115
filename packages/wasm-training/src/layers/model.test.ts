import * as tf from '@tensorflow/tfjs-core';
import {
  input,
  type LayersModel,
  layers,
  model as modelOf,
  regularizers,
  type SymbolicTensor,
} from '@tensorflow/tfjs-layers';
import { beforeAll, describe, expect, test } from 'vitest';
import { enableWasmTraining } from '../enable-wasm-training.ts';
import { countKernels } from '../testing/count-kernels.ts';
import { onBackend } from '../testing/on-backend.ts';
import { trainOnce } from '../testing/train-once.ts';
import { withTfjsMethods } from '../testing/with-tfjs-methods.ts';

beforeAll(() => {
  enableWasmTraining(tf, { threads: 1 });
});

type Sym = SymbolicTensor;
const FRAMES = 70;
const CHANNELS = 6;

let seeds = 0;
const apply = (layer: layers.Layer, ...x: Sym[]): Sym =>
  layer.apply(x.length === 1 ? x[0] : x) as Sym;
const initial = () => 'glorotUniform' as const;
const conv = (x: Sym, own: object = {}): Sym =>
  apply(
    layers.conv1d({
      filters: CHANNELS,
      kernelSize: 3,
      padding: 'same',
      kernelInitializer: initial(),
      biasInitializer: 'randomNormal',
      ...own,
    }),
    x,
  );
const norm = (x: Sym, own: object = {}): Sym =>
  apply(
    layers.batchNormalization({
      gammaInitializer: 'randomNormal',
      betaInitializer: 'randomNormal',
      momentum: 0.9,
      ...own,
    }),
    x,
  );
const relu = (x: Sym, own: object = {}): Sym => apply(layers.reLU(own), x);
const dropout = (x: Sym, own: object = {}): Sym =>
  apply(layers.dropout({ rate: 0.3, seed: ++seeds, ...own }), x);

interface Gate {
  squeeze?: string;
  excite?: string;
  bias?: boolean;
}
function gated(x: Sym, { squeeze = 'relu', excite = 'sigmoid', bias = true }: Gate = {}): Sym {
  const options = { useBias: bias, biasInitializer: 'randomNormal' as const };
  const mean = apply(layers.globalAveragePooling1d({}), x);
  const narrow = apply(layers.dense({ units: 3, activation: squeeze as 'relu', ...options }), mean);
  const gate = apply(
    layers.dense({ units: CHANNELS, activation: excite as 'sigmoid', ...options }),
    narrow,
  );
  return apply(layers.multiply({}), x, apply(layers.reshape({ targetShape: [1, CHANNELS] }), gate));
}
const add = (a: Sym, b: Sym): Sym => apply(layers.add({}), a, b);

/** A model, and how many convolutions with normalisation and excitations of it are one operation. */
const cases: [name: string, build: (x: Sym) => Sym, normalised: number, excited: number][] = [
  ['a convolution and its normalisation', (x) => norm(conv(x)), 1, 0],
  ['a rectified convolution', (x) => norm(conv(x, { activation: 'relu' })), 1, 0],
  ['a rectified normalisation', (x) => relu(norm(conv(x))), 1, 0],
  ['two rectifiers', (x) => relu(norm(conv(x, { activation: 'relu' }))), 1, 0],
  ['a stride', (x) => relu(norm(conv(x, { strides: 2, padding: 'valid' }))), 1, 0],
  ['a dilation', (x) => relu(norm(conv(x, { dilationRate: 4 }))), 1, 0],
  ['two in a row', (x) => norm(conv(relu(norm(conv(x))))), 2, 0],
  ['a penalty', (x) => norm(conv(x, { kernelRegularizer: regularizers.l2({ l2: 0.1 }) })), 1, 0],
  ['another activation', (x) => norm(conv(x, { activation: 'tanh' })), 0, 0],
  ['no bias', (x) => norm(conv(x, { useBias: false })), 0, 0],
  ['one channel', (x) => norm(conv(x, { filters: 1 })), 0, 0],
  ['a limited rectifier', (x) => relu(norm(conv(x)), { maxValue: 0.5 }), 0, 0],
  ['a normalisation of the frames', (x) => norm(conv(x), { axis: 1 }), 0, 0],
  ['a normalisation that others take', (x) => ((y) => add(relu(y), y))(norm(conv(x))), 1, 0],
  ['a residual block', (x) => block(x, (y) => dropout(gated(y))), 2, 1],
  ['a block without dropout', (x) => block(x, (y) => gated(y)), 2, 1],
  ['a block that drops nothing', (x) => block(x, (y) => dropout(gated(y), { rate: 0 })), 2, 1],
  [
    'blocks in a row',
    (x) =>
      block(
        block(x, (y) => dropout(gated(y))),
        gated,
      ),
    4,
    2,
  ],
  ['a block whose skip comes last', (x) => block(x, gated, (a, b) => add(b, a)), 2, 0],
  ['a block whose branch comes first', (x) => add(norm(conv(x)), gated(conv(x))), 1, 0],
  ['another squeeze', (x) => block(x, (y) => gated(y, { squeeze: 'tanh' })), 2, 0],
  ['another gate', (x) => block(x, (y) => gated(y, { excite: 'tanh' })), 2, 0],
  ['a gate without bias', (x) => block(x, (y) => gated(y, { bias: false })), 2, 0],
  ['a gate of something else', (x) => block(x, (y) => apply(layers.multiply({}), y, y)), 2, 0],
];

function block(x: Sym, branch: (y: Sym) => Sym, join = add): Sym {
  const skip = relu(norm(conv(x)));
  return join(skip, branch(relu(norm(conv(skip)))));
}

function build(of: (x: Sym) => Sym): LayersModel {
  const x = input({ shape: [FRAMES, 4] });
  return modelOf({ inputs: x, outputs: of(x) });
}

test('a convolution that others take too is not fused, and its gradient is added in another order', async () => {
  const [ours, theirs] = await onBackend('wasm', () => {
    const model = build((x) => ((y) => add(norm(y), y))(conv(x)));
    const both = [
      trainOnce(model, [3, FRAMES, 4]),
      withTfjsMethods(() => trainOnce(model, [3, FRAMES, 4])),
    ];
    model.dispose();
    return both;
  });
  // Float32 sums of 200 numbers.
  ours.forEach((each, i) => {
    expect(each).toBeAllclose(theirs[i], { rtol: 1e-5, atol: 1e-5 });
  });
});

test('a model that shares layers with another has a plan of its own', async () => {
  const results = await onBackend('wasm', () => {
    const x = input({ shape: [FRAMES, 4] });
    const normed = norm(conv(x));
    const whole = modelOf({ inputs: x, outputs: relu(normed) });
    const part = modelOf({ inputs: x, outputs: normed });
    const run = () => [whole, part].map((each) => trainOnce(each, [3, FRAMES, 4]));
    const [ours, theirs] = [run(), withTfjsMethods(run)];
    whole.dispose();
    return [ours, theirs];
  });
  expect(results[0]).toEqual(results[1]);
});

test('a layer with a hook runs itself', async () => {
  const calls = await onBackend('wasm', () => {
    const model = build((x) => block(x, (y) => dropout(gated(y))));
    const layer = model.layers.find((each) => each.getClassName() === 'Dropout') as layers.Layer;
    let calls = 0;
    const train = () => trainOnce(model, [3, FRAMES, 4]);
    const before = train();
    layer.setCallHook(() => calls++);
    expect(train()).toEqual(before);
    layer.clearCallHook();
    expect(train()).toEqual(before);
    model.dispose();
    return calls;
  });
  expect(calls).toBe(1);
});

type Call = (x: tf.Tensor | tf.Tensor[], args: object) => tf.Tensor;

/** A layer of another class than tfjs', whose name it has; tfjs does not export those. */
function doubled(layer: layers.Layer): layers.Layer {
  const own = Object.getPrototypeOf(layer) as { constructor: new (args: object) => layers.Layer };
  class Doubled extends own.constructor {
    override call(...args: Parameters<Call>): tf.Tensor {
      return tf.mul(super.call(...args) as tf.Tensor, 2);
    }
  }
  return new Doubled(layer.getConfig());
}

/** The same by a method of the layer itself. */
function changed(layer: layers.Layer): layers.Layer {
  const own = layer.call.bind(layer) as Call;
  return Object.assign(layer, { call: (...args: Parameters<Call>) => tf.mul(own(...args), 2) });
}

describe.each([
  ['a subclass', doubled],
  ['a layer whose method is another', changed],
])('%s runs itself', (_, change) => {
  const options = { padding: 'same', kernelInitializer: initial() } as const;
  const squeeze = () => layers.dense({ units: CHANNELS, activation: 'sigmoid' });
  test.each<[string, (x: Sym) => Sym]>([
    [
      'a convolution',
      // An epsilon that scale does not drown in.
      (x) => {
        const conv1d = layers.conv1d({ ...options, filters: 4, kernelSize: 3 });
        return norm(apply(change(conv1d), x), { epsilon: 1 });
      },
    ],
    ['a normalisation', (x) => relu(apply(change(layers.batchNormalization({})), conv(x)))],
    ['a rectifier', (x) => apply(change(layers.reLU({})), norm(conv(x)))],
    [
      'a gate',
      (x) => {
        const y = conv(x);
        const mean = apply(layers.globalAveragePooling1d({}), y);
        const narrow = apply(layers.dense({ units: 3, activation: 'relu' }), mean);
        const gate = apply(change(squeeze()), narrow);
        const wide = apply(layers.reshape({ targetShape: [1, CHANNELS] }), gate);
        return add(y, apply(layers.multiply({}), y, wide));
      },
    ],
  ])('as %s', async (_, of) => {
    const [ours, theirs] = await onBackend('wasm', () => {
      const model = build(of);
      const train = () => trainOnce(model, [3, FRAMES, 4]);
      const both = [train(), withTfjsMethods(train)];
      model.dispose();
      return both;
    });
    expect(ours).toEqual(theirs);
  });
});

class Two extends layers.Layer {
  static readonly className = 'Two';
  override computeOutputShape(shape: number[]): number[][] {
    return [shape, shape];
  }
  override call(x: tf.Tensor | tf.Tensor[]): tf.Tensor[] {
    const [input] = [x].flat();
    return [tf.mul(input, 2), tf.mul(input, 3)];
  }
}

test('a layer with several outputs gives each', async () => {
  const [ours, theirs] = await onBackend('wasm', () => {
    const model = build((x) => {
      const [double, triple] = new Two().apply(norm(conv(x))) as Sym[];
      return apply(layers.concatenate({}), double, triple);
    });
    const train = () => trainOnce(model, [3, FRAMES, 4]);
    const both = [train(), withTfjsMethods(train)];
    model.dispose();
    return both;
  });
  expect(ours).toEqual(theirs);
});

test.each([
  ['spread over its skip', (x: Sym, one: Sym) => add(x, gated(one))],
  ['over which its skip is spread', (x: Sym, one: Sym) => add(one, gated(x))],
])('an excitation of one frame is %s', async (_, of) => {
  const [ours, theirs] = await onBackend('wasm', () => {
    const x = input({ shape: [null, CHANNELS] });
    const model = modelOf({ inputs: x, outputs: of(x, conv(x, { padding: 'valid' })) });
    const train = () => trainOnce(model, [2, 3, CHANNELS]);
    const both = [train(), withTfjsMethods(train)];
    model.dispose();
    return both;
  });
  expect(ours).toEqual(theirs);
});

test('a convolution that leaves no frame has no gradient, as in tfjs', async () => {
  await tf.setBackend('wasm');
  const x = input({ shape: [null, 4] });
  const model = modelOf({ inputs: x, outputs: norm(conv(x, { padding: 'valid' })) });
  const train = () => {
    tf.engine().startScope();
    try {
      tf.variableGrads(() =>
        tf.sum(model.apply(tf.ones([3, 2, 4]), { training: true }) as tf.Tensor),
      );
    } finally {
      tf.engine().endScope();
    }
  };
  expect(train).toThrow(/shape/);
  expect(() => withTfjsMethods(train)).toThrow(/shape/);
  model.dispose();
});

test('models and layers are called without arguments, as in tfjs', async () => {
  const [ours, theirs] = await onBackend('wasm', () => {
    const model = build((x) => norm(conv(x)));
    const x = tf.ones([3, FRAMES, 4]);
    const call = (args?: object | null) => [model.call(x, args as object)].flat()[0].dataSync();
    const both = [call(), call(null), call({})];
    model.dispose();
    return [both, [both[2], both[2], both[2]]];
  });
  expect(ours).toEqual(theirs);
});

describe('a model that trains gives the bits of its layers, with', () => {
  test.each(cases)('%s', async (_, of, normalised, excited) => {
    const counts: number[] = [];
    const [ours, theirs] = await onBackend('wasm', () => {
      const model = build(of);
      const theirs = withTfjsMethods(() => trainOnce(model, [3, FRAMES, 4]));
      let ours: Float32Array[] = [];
      const names = ['SerBatchNormTraining', 'Conv2D', 'SerGatedResidual', 'SerGatedResidualGrad'];
      counts.push(
        ...countKernels(names, () => {
          ours = trainOnce(model, [3, FRAMES, 4]);
        }),
      );
      model.dispose();
      return [ours, theirs];
    });
    expect(ours).toEqual(theirs);
    expect(counts.slice(2)).toEqual([excited, excited]);
    expect(counts[1]).toBeGreaterThanOrEqual(normalised);
  });
});
