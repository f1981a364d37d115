import { describe, expect, it } from 'vitest';
import { type BatchOptions, makeBatch } from './batch.ts';

const shape = { input: [2, 1], size: 2, classes: 2 };
const data = { x: Float32Array.of(0, 1, 10, 11, 20, 21), y: [0, 1, 1] };
const plain: BatchOptions = { labelSmoothing: 0, mixup: 0, seed: 7 };

describe('makeBatch', () => {
  it('takes rows in the order asked for, with their targets and weights', () => {
    expect(makeBatch(data, shape, [2, 0], { ...plain, classWeight: [0.5, 2] })).toEqual({
      size: 2,
      x: Float32Array.of(20, 21, 0, 1),
      targets: Float32Array.of(0, 1, 1, 0),
      weights: Float32Array.of(2, 0.5),
    });
  });

  it('smooths labels as Keras', () => {
    const { targets } = makeBatch(data, shape, [0], { ...plain, labelSmoothing: 0.1 });
    expect([...targets]).toEqual([Math.fround(0.95), Math.fround(0.05)]);
  });

  it('mixes inputs and targets in the same proportion', () => {
    const { x, targets } = makeBatch(data, shape, [0, 1], { ...plain, mixup: 0.4 });
    const share = targets[0];
    expect(share).toBeGreaterThan(0);
    expect(share).toBeLessThan(1);
    expect(targets[0] + targets[1]).toBeCloseTo(1, 6);
    expect(x[0]).toBeCloseTo((1 - share) * 10, 5);
    expect(x[2]).toBeCloseTo(share * 10, 5);
  });

  it('hands a copy to the hook, with randomness that the seed determines', () => {
    const augment: BatchOptions['augment'] = (x, { random }) => {
      x[0] = random();
    };
    const once = makeBatch(data, shape, [0], { ...plain, augment });
    expect(makeBatch(data, shape, [0], { ...plain, augment })).toEqual(once);
    expect(makeBatch(data, shape, [0], { ...plain, augment, seed: 8 }).x[0]).not.toBe(once.x[0]);
    expect(data.x[0]).toBe(0);
    const shorter = () => new Float32Array(1);
    expect(() => makeBatch(data, shape, [0], { ...plain, augment: shorter })).toThrow(
      "`augment` must keep the batch's 2 values, got 1",
    );
  });
});
