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
    expect(targets).toEqual(Float32Array.of(0.95, 0.05));
  });

  it('mixes inputs and targets in the same proportion', () => {
    const { x, targets } = makeBatch(data, shape, [0, 1], { ...plain, mixup: 0.4 });
    const share = targets[0];
    expect(share).toBeGreaterThan(0);
    expect(share).toBeLessThan(1);
    // Float32.
    expect([targets[1], x[0], x[2]]).toBeAllclose([1 - share, (1 - share) * 10, share * 10], {
      rtol: 1e-6,
    });
  });

  describe('with a hook that changes it', () => {
    const augment: BatchOptions['augment'] = (x, { random }) => {
      x[0] = random();
    };
    const changed = (seed: number) => makeBatch(data, shape, [0], { ...plain, augment, seed });

    it('does the same for the same seed', () => {
      expect(changed(7)).toEqual(changed(7));
    });

    it('does something else for another seed', () => {
      expect(changed(8).x[0]).not.toBe(changed(7).x[0]);
    });

    it('leaves the data as they are', () => {
      changed(7);
      expect(data.x[0]).toBe(0);
    });
  });

  it('refuses a hook that returns another length', () => {
    const shorter = () => new Float32Array(1);
    expect(() => makeBatch(data, shape, [0], { ...plain, augment: shorter })).toThrow(
      "`augment` must keep the batch's 2 values, got 1",
    );
  });
});
