import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import goldens from '../../fixtures/stratified-k-fold.golden.json' with { type: 'json' };
import { countBy } from '../testing/ravdess-rows.ts';
import { stratifiedKFold } from './stratified-k-fold.ts';

describe('stratifiedKFold', () => {
  it.each(goldens.cases)("makes scikit-learn's folds: case %#", ({ y, nSplits, test }) => {
    expect(stratifiedKFold(y, { nSplits }).map((fold) => fold.test)).toEqual(test);
  });

  it('tests every sample once and gives every fold its share of every class', () => {
    const labels = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 30, maxLength: 80 });
    fc.assert(
      fc.property(labels, fc.integer({ min: 2, max: 6 }), fc.nat(), (y, nSplits, seed) => {
        const folds = stratifiedKFold(y, { nSplits, shuffle: true, seed });
        const all = [...y.keys()];
        expect(folds.flatMap(({ test }) => test).sort((a, b) => a - b)).toEqual(all);
        for (const { train, test } of folds) {
          expect([...train, ...test].sort((a, b) => a - b)).toEqual(all);
        }
        const spread = (sizes: number[]): number => Math.max(...sizes) - Math.min(...sizes);
        expect(spread(folds.map(({ test }) => test.length))).toBeLessThanOrEqual(1);
        for (const label of new Set(y)) {
          const counts = folds.map(({ test }) => test.filter((i) => y[i] === label).length);
          expect(spread(counts)).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('is another one for another seed', () => {
    const y = Array.from({ length: 100 }, (_, i) => i % 3);
    const folds = (seed: number) => stratifiedKFold(y, { shuffle: true, seed });
    expect(folds(1)).toEqual(folds(1));
    expect(folds(1)).not.toEqual(folds(2));
    expect(countBy(folds(1)[0].test.map((i) => y[i])).size).toBe(3);
  });

  it('refuses what cannot be folded', () => {
    expect(() => stratifiedKFold([1, 1, 2], { nSplits: 3 })).toThrow(
      'a class must have 3 members or more for 3 folds, got 2 in the largest',
    );
    expect(() => stratifiedKFold([], { nSplits: 2 })).toThrow('got 0 in the largest');
    expect(() => stratifiedKFold([1, 1], { nSplits: 1 })).toThrow('`nSplits` must be an integer');
  });
});
