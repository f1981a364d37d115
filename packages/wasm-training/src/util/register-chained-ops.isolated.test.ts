import '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { metrics } from '@tensorflow/tfjs-layers';
import { beforeAll, describe, expect, test } from 'vitest';
import { enableWasmTraining } from '../enable-wasm-training.ts';

beforeAll(async () => {
  await tf.setBackend('wasm');
});

const methods = (): string[] => Object.getOwnPropertyNames(tf.Tensor.prototype);

describe('methods of tensors', () => {
  test('come with enableWasmTraining where tfjs-core is alone, and go with it', () => {
    const before = methods();
    const disable = enableWasmTraining(tf);
    const added = methods().filter((name) => !before.includes(name));
    // The README says twenty.
    expect(added.sort()).toEqual([
      'broadcastTo',
      'div',
      'expandDims',
      'flatten',
      'gather',
      'greaterEqual',
      'logicalAnd',
      'mean',
      'minimum',
      'pad',
      'reshape',
      'sign',
      'slice',
      'split',
      'square',
      'squeeze',
      'stridedSlice',
      'sub',
      'sum',
      'transpose',
    ]);
    // As a class's own methods, they are in no loop over a tensor's properties.
    expect(Object.keys(tf.Tensor.prototype)).not.toContain('flatten');
    disable();
    expect(methods()).toEqual(before);
  });

  test('come to the class of the given tfjs and to that of all copies, and go from both', () => {
    class OtherTensor {}
    const disable = enableWasmTraining({ ...tf, Tensor: OtherTensor } as unknown as typeof tf);
    expect('flatten' in OtherTensor.prototype).toBe(true);
    expect('flatten' in tf.Tensor.prototype).toBe(true);
    disable();
    expect('flatten' in OtherTensor.prototype).toBe(false);
    expect('flatten' in tf.Tensor.prototype).toBe(false);
  });

  test('that are there stay', () => {
    const { prototype } = tf.Tensor as unknown as { prototype: { square?: () => string } };
    const square = (): string => 'own';
    prototype.square = square;
    const disable = enableWasmTraining(tf);
    expect(prototype.square).toBe(square);
    disable();
    expect(prototype.square).toBe(square);
    delete prototype.square;
  });

  test('do what the ops do', () => {
    const disable = enableWasmTraining(tf);
    tf.tidy(() => {
      const x = tf.tensor2d([1, -2, 3, 4, 5, -6], [2, 3]) as tf.Tensor2D & Record<string, never>;
      const chained = x as unknown as Record<string, (...args: unknown[]) => tf.Tensor>;
      const pairs: [tf.Tensor, tf.Tensor][] = [
        [chained.flatten(), tf.reshape(x, [6])],
        [chained.stridedSlice([0, 0], [2, 3], [1, 2]), tf.stridedSlice(x, [0, 0], [2, 3], [1, 2])],
        [chained.transpose(), tf.transpose(x)],
        [chained.sum(1), tf.sum(x, 1)],
        [chained.mean(0, true), tf.mean(x, 0, true)],
        [
          chained.pad(
            [
              [1, 0],
              [0, 2],
            ],
            7,
          ),
          tf.pad(
            x,
            [
              [1, 0],
              [0, 2],
            ],
            7,
          ),
        ],
        [chained.gather([1, 0], 1), tf.gather(x, [1, 0], 1)],
        [chained.slice([0, 1], [2, 2]), tf.slice(x, [0, 1], [2, 2])],
      ];
      for (const [own, op] of pairs) {
        expect(own.shape).toEqual(op.shape);
        expect(own.dataSync()).toEqual(op.dataSync());
      }
    });
    disable();
  });

  test('serve tfjs-layers: r2Score', () => {
    const disable = enableWasmTraining(tf);
    const score = metrics.r2Score(tf.tensor1d([1, 2, 3, 4]), tf.tensor1d([1, 2, 3, 5]));
    expect(score.dataSync()[0]).toBeCloseTo(0.8);
    disable();
  });

  test("serve tfjs-core's own gradients: gather by batch", () => {
    const disable = enableWasmTraining(tf);
    const x = tf.tensor2d([1, 2, 3, 4], [2, 2]);
    const indices = tf.tensor2d([1, 1, 0, 1], [2, 2], 'int32');
    const dx = tf.grad((x) => tf.gather(x, indices, 1, 1))(x);
    expect([...dx.dataSync()]).toEqual([0, 2, 1, 1]);
    disable();
  });
});
