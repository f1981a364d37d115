import { expect, it } from 'vitest';
import { classWeights } from './class-weights.ts';

it('weighs rare classes up, as scikit-learn', () => {
  // compute_class_weight('balanced', classes=[0, 1], y=[0, 0, 0, 1]) → [0.666…, 2]
  expect([...classWeights([0, 0, 0, 1], 2)]).toEqual([Math.fround(4 / 6), 2]);
});

it('counts every example', () => {
  // compute_class_weight('balanced', classes=[0, 1, 2], y=[0, 1, 1, 2, 2, 2]).
  expect(classWeights([0, 1, 1, 2, 2, 2], 3)).toEqual(Float32Array.of(2, 1, 2 / 3));
});

it('leaves an absent class out of the count', () => {
  expect([...classWeights([0, 0, 2, 2], 3)]).toEqual([1, 0, 1]);
});

it('refuses an index that is no class', () => {
  expect(() => classWeights([0, 3], 3)).toThrow('`y[1]` must be a whole number in [0, 3), got 3');
});
