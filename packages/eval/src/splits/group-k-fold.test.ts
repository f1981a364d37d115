import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import goldens from '../../fixtures/group-k-fold.golden.json' with { type: 'json' };
import { assertDisjoint } from './assert-disjoint.ts';
import type { Fold } from './fold.ts';
import { groupKFold } from './group-k-fold.ts';

describe('groupKFold', () => {
  it.each(goldens.cases)("makes scikit-learn's folds: case %#", ({ groups, nSplits, test }) => {
    expect(groupKFold(groups, { nSplits }).map((fold) => fold.test)).toEqual(test);
  });

  /** At least five groups, numbers of folds, and seeds. */
  const drawn = fc.tuple(
    fc.array(fc.nat(9), { minLength: 1, maxLength: 60 }).map((extra) => [0, 1, 2, 3, 4, ...extra]),
    fc.integer({ min: 2, max: 5 }),
    fc.nat(),
  );
  /** Checks a property of the folds. */
  const forAll = (check: (folds: Fold[], groups: number[]) => void): void =>
    fc.assert(
      fc.property(drawn, ([groups, nSplits, seed]) =>
        check(groupKFold(groups, { nSplits, shuffle: true, seed }), groups),
      ),
    );

  it('keeps groups together', () => {
    forAll((folds, groups) => {
      for (const fold of folds) assertDisjoint(fold, groups);
    });
  });

  it('tests every sample once', () => {
    forAll((folds, groups) => {
      const tested = folds.flatMap(({ test }) => test).sort((a, b) => a - b);
      expect(tested).toEqual([...groups.keys()]);
    });
  });

  it('evens out the folds', () => {
    forAll((folds, groups) => {
      const sizes = folds.map(({ test }) => test.length);
      const largest = Math.max(...groups.map((g) => groups.filter((o) => o === g).length));
      // The fold that took its last group was the smallest one before.
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(largest);
    });
  });

  it('shuffles by its seed', () => {
    const groups = Array.from({ length: 24 }, (_, i) => `speaker ${i}`);
    const folds = (seed: number) => groupKFold(groups, { shuffle: true, seed });
    expect(folds(1)).toEqual(folds(1));
    expect(folds(1)).not.toEqual(folds(2));
  });

  it('refuses fewer groups than folds', () => {
    expect(() => groupKFold([1, 2, 2], { nSplits: 3 })).toThrow(
      '3 groups or more for 3 folds, got 2',
    );
  });

  it('refuses a single fold', () => {
    expect(() => groupKFold([1, 2], { nSplits: 1 })).toThrow('`nSplits` must be a whole number');
  });
});
