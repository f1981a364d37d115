import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import goldens from '../../fixtures/stratified-k-fold.golden.json' with { type: 'json' };
import { countBy } from '../testing/ravdess-rows.ts';
import type { Fold } from './fold.ts';
import { stratifiedKFold } from './stratified-k-fold.ts';

describe('stratifiedKFold', () => {
  it.each(goldens.cases)("makes scikit-learn's folds: case %#", ({ y, nSplits, test }) => {
    expect(stratifiedKFold(y, { nSplits }).map((fold) => fold.test)).toEqual(test);
  });

  const drawn = fc.tuple(
    fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 30, maxLength: 80 }),
    fc.integer({ min: 2, max: 6 }),
    fc.nat(),
  );
  /** Checks a property of the folds. */
  const forAll = (check: (folds: Fold[], y: number[]) => void): void =>
    fc.assert(
      fc.property(drawn, ([y, nSplits, seed]) =>
        check(stratifiedKFold(y, { nSplits, shuffle: true, seed }), y),
      ),
    );
  const spread = (sizes: number[]): number => Math.max(...sizes) - Math.min(...sizes);

  it('tests every sample once', () => {
    forAll((folds, y) => {
      const tested = folds.flatMap(({ test }) => test).sort((a, b) => a - b);
      expect(tested).toEqual([...y.keys()]);
    });
  });

  it('trains on what it does not test', () => {
    forAll((folds, y) => {
      for (const { train, test } of folds) {
        expect([...train, ...test].sort((a, b) => a - b)).toEqual([...y.keys()]);
      }
    });
  });

  it('has test sides of about one size', () => {
    forAll((folds) => {
      expect(spread(folds.map(({ test }) => test.length))).toBeLessThanOrEqual(1);
    });
  });

  it('gives every fold its share of every class', () => {
    forAll((folds, y) => {
      for (const label of new Set(y)) {
        const counts = folds.map(({ test }) => test.filter((i) => y[i] === label).length);
        expect(spread(counts)).toBeLessThanOrEqual(1);
      }
    });
  });

  const y = Array.from({ length: 100 }, (_, i) => i % 3);
  const foldsOf = (seed: number) => stratifiedKFold(y, { shuffle: true, seed });

  it('is the same for the same seed', () => {
    expect(foldsOf(1)).toEqual(foldsOf(1));
  });

  it('is another one for another seed', () => {
    expect(foldsOf(1)).not.toEqual(foldsOf(2));
  });

  it('tests every class', () => {
    expect(countBy(foldsOf(1)[0].test.map((i) => y[i])).size).toBe(3);
  });

  it.each([
    [[1, 1, 2], 3, 'a class must have 3 members or more for 3 folds, got 2 in the largest'],
    [[], 2, 'got 0 in the largest'],
    [[1, 1], 1, '`nSplits` must be a whole number'],
  ])('refuses %j in %i folds', (labels, nSplits, message) => {
    expect(() => stratifiedKFold(labels, { nSplits })).toThrow(message);
  });
});
