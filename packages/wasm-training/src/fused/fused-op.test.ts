import * as tf from '@tensorflow/tfjs-core';
import { type LayersModel, layers, sequential } from '@tensorflow/tfjs-layers';
import { beforeAll, describe, expect, test } from 'vitest';
import { enableWasmTraining } from '../enable-wasm-training.ts';
import { values } from '../testing/values.ts';

beforeAll(() => {
  enableWasmTraining(tf, { threads: 1 });
});

const SHAPE = [3, 6, 4];
const inputShape = SHAPE.slice(1);

const normalised = (): LayersModel =>
  sequential({
    layers: [
      layers.conv1d({ inputShape, filters: 5, kernelSize: 3, kernelInitializer: 'ones' }),
      layers.batchNormalization({}),
    ],
  });
const lstm = (): LayersModel =>
  sequential({ layers: [layers.lstm({ inputShape, units: 3, recurrentInitializer: 'ones' })] });

type Call = (x: tf.Tensor) => tf.Tensor;

/** The gradient of what `f` makes of x and of the model's output. */
async function gradient(
  backend: string,
  build: () => LayersModel,
  f: (x: tf.Tensor, call: Call) => tf.Tensor,
): Promise<Float32Array> {
  await tf.setBackend(backend);
  const model = build();
  const call: Call = (x) => {
    const y = model.apply(x, { training: true }) as tf.Tensor;
    return tf.sum(tf.mul(y, tf.square(y)));
  };
  // Unlike `tidy`, it ends after an error too.
  tf.engine().startScope();
  try {
    const x = tf.tensor(values(SHAPE, 1).data, SHAPE);
    return tf
      .grad((each) => f(each, call))(x)
      .dataSync()
      .slice() as Float32Array;
  } finally {
    tf.engine().endScope();
    model.dispose();
  }
}

describe('gradients of gradients', () => {
  test.each([
    ['a convolution with its normalisation', normalised],
    ['an lstm', lstm],
  ])('of %s are refused where the tape does not tell what they are made of', async (_, build) => {
    const ofOutput = gradient('wasm', build, (x, call) => {
      const y = call(x);
      return tf.sum(tf.square(tf.grad(() => y)(x)));
    });
    await expect(ofOutput).rejects.toMatchObject({
      name: 'WasmTrainingError',
      code: 'unsupported-gradient',
      message: expect.stringContaining('inside the function'),
    });
  });

  test("are tfjs' own where the model is called inside", async () => {
    const f = (x: tf.Tensor, call: Call) => tf.sum(tf.square(tf.grad(call)(x)));
    const ours = await gradient('wasm', normalised, f);
    expect(ours).toBeAllclose(await gradient('cpu', normalised, f), { rtol: 1e-3, atol: 1e-3 });
    expect(ours.some((each) => Math.abs(each) > 0.1)).toBe(true);
  });
});
