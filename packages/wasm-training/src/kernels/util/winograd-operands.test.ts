import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { enableWasmTraining } from '../../enable-wasm-training.ts';
import { gradientsOn } from '../../testing/gradients-on.ts';
import { type Values, values } from '../../testing/values.ts';

beforeAll(() => {
  enableWasmTraining(tf);
});

const WIDTH = 40;
const CHANNELS = 8;
const conv = (x: tf.Tensor, w: tf.Tensor): tf.Tensor =>
  tf.conv1d(x as tf.Tensor3D, w as tf.Tensor3D, 1, 'same');

/** The rows of channels that hold a number which is not finite. */
function spoiltRows(data: ArrayLike<number>): number[] {
  const rows = Array.from(data, (value, i) => (Number.isFinite(value) ? -1 : i));
  return [...new Set(rows.filter((i) => i >= 0).map((i) => Math.floor(i / CHANNELS)))];
}

describe.each([Number.NaN, Number.POSITIVE_INFINITY])('%f', (poison) => {
  test('in one pixel spoils the three outputs that read it', async () => {
    const x = values([2, WIDTH, CHANNELS], 1);
    x.data[(WIDTH + 13) * CHANNELS + 3] = poison;
    const { output, gradients } = await gradientsOn('wasm', conv, [
      x,
      values([3, CHANNELS, CHANNELS], 2),
    ]);
    expect(spoiltRows(output.data)).toEqual([WIDTH + 12, WIDTH + 13, WIDTH + 14]);
    // The channel's row of each tap; the gradient of the input does not read the input.
    expect(spoiltRows(gradients[1])).toEqual([3, CHANNELS + 3, 2 * CHANNELS + 3]);
    expect(spoiltRows(gradients[0])).toEqual([]);
  });

  test('in one tap of the filter spoils its column', async () => {
    const w = values([3, CHANNELS, CHANNELS], 2);
    w.data[(CHANNELS + 2) * CHANNELS + 5] = poison;
    const { output } = await gradientsOn('wasm', conv, [values([2, WIDTH, CHANNELS], 1), w]);
    const columns = Array.from(output.data, (value, i) => (Number.isFinite(value) ? -1 : i % 8));
    expect([...new Set(columns)].sort()).toEqual([-1, 5]);
  });
});

test('an example has the same values in a batch of any size', async () => {
  const w = values([3, CHANNELS, CHANNELS], 2);
  const all = values([5, WIDTH, CHANNELS], 1);
  const size = WIDTH * CHANNELS;
  const third: Values = { shape: [1, WIDTH, CHANNELS], data: all.data.slice(2 * size, 3 * size) };
  const [together, alone] = await Promise.all([
    gradientsOn('wasm', conv, [all, w]),
    gradientsOn('wasm', conv, [third, w]),
  ]);
  expect(together.output.data.slice(2 * size, 3 * size)).toEqual(alone.output.data);
});
