import { describe, expect, it } from 'vitest';
import { takeRows } from '../preprocessing/take-rows.ts';
import type { ModelShape } from '../util/model-shape.ts';
import { type Batch, type BatchOptions, makeBatch as makeBatchOf } from './batch.ts';

const shape = { input: [2, 1], size: 2, classes: 2 };
const data = { x: Float32Array.of(0, 1, 10, 11, 20, 21), y: [0, 1, 1] };
const makeBatch = (
  { x, y }: typeof data,
  shape: ModelShape,
  indices: number[],
  options: BatchOptions,
): Batch => makeBatchOf(takeRows(x, shape.size, indices), y, shape, indices, options);
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

  it('mixes each example with the one before it, the first with the last', () => {
    const { x, targets, weights } = makeBatch(data, shape, [0, 1, 2], {
      ...plain,
      classWeight: [0.5, 2],
      mixup: 0.4,
    });
    // The share of seed 7, which every run so far was made with.
    const share = 0.209056520462;
    const mixed = (a: number, b: number) => share * a + (1 - share) * b;
    // Float32.
    expect([...x]).toBeAllclose(
      [mixed(0, 20), mixed(1, 21), mixed(10, 0), mixed(11, 1), mixed(20, 10), mixed(21, 11)],
      { rtol: 1e-6 },
    );
    expect([...targets]).toBeAllclose([share, 1 - share, 1 - share, share, 0, 1], { rtol: 1e-6 });
    expect([...weights]).toBeAllclose([mixed(0.5, 2), mixed(2, 0.5), 2], { rtol: 1e-6 });
  });

  it('smooths what it has mixed', () => {
    const mix = { ...plain, mixup: 0.4 };
    const { targets } = makeBatch(data, shape, [0, 1], mix);
    const smoothed = makeBatch(data, shape, [0, 1], { ...mix, labelSmoothing: 0.5 });
    // Float32.
    expect(smoothed.targets).toBeAllclose(
      targets.map((target) => 0.5 * target + 0.25),
      { rtol: 1e-6 },
    );
  });

  it('changes the inputs before it mixes them', () => {
    const augment: BatchOptions['augment'] = (x) => x.fill(8);
    const { x } = makeBatch(data, shape, [0, 1], { ...plain, augment, mixup: 0.4 });
    // A mean of eights in float32.
    expect(x).toBeAllclose([8, 8, 8, 8], { rtol: 1e-6 });
  });

  it('tells the hook the shape and the size of the batch', () => {
    const told: unknown[] = [];
    const augment: BatchOptions['augment'] = (_, { shape, size }) => void told.push(shape, size);
    makeBatch(data, shape, [0, 1, 2], { ...plain, augment });
    expect(told).toEqual([[2, 1], 3]);
  });

  it('takes what the hook returns', () => {
    const augment: BatchOptions['augment'] = (x) => x.map((value) => value + 1);
    expect(makeBatch(data, shape, [1], { ...plain, augment }).x).toEqual(Float32Array.of(11, 12));
  });

  it('names the example of a value that is not finite', () => {
    const augment: BatchOptions['augment'] = (x) => void x.fill(Number.NaN, 2, 3);
    expect(() => makeBatch(data, shape, [1, 2], { ...plain, augment })).toThrow(
      'fit: `augment` must give finite values, got NaN in example 2',
    );
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
