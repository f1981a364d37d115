import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import goldens from '../../fixtures/group-k-fold.golden.json' with { type: 'json' };
import { assertDisjoint } from './assert-disjoint.ts';
import { groupKFold, leaveOneGroupOut } from './group-k-fold.ts';
import { stratifiedShuffleSplit } from './stratified-shuffle-split.ts';

describe('groupKFold', () => {
  it.each(goldens.cases)("makes scikit-learn's folds: case %#", ({ groups, nSplits, test }) => {
    expect(groupKFold(groups, { nSplits }).map((fold) => fold.test)).toEqual(test);
  });

  it('keeps groups together, tests every sample once and evens out the folds', () => {
    const drawn = fc.array(fc.nat(9), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(drawn, fc.integer({ min: 2, max: 5 }), fc.nat(), (extra, nSplits, seed) => {
        const groups = [0, 1, 2, 3, 4, ...extra];
        const folds = groupKFold(groups, { nSplits, shuffle: true, seed });
        for (const fold of folds) assertDisjoint(fold, groups);
        const tested = folds.flatMap(({ test }) => test).sort((a, b) => a - b);
        expect(tested).toEqual([...groups.keys()]);
        const sizes = folds.map(({ test }) => test.length);
        const largest = Math.max(...groups.map((g) => groups.filter((o) => o === g).length));
        // The fold that took its last group was the smallest one before.
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(largest);
      }),
    );
  });

  it('shuffles by its seed', () => {
    const groups = Array.from({ length: 24 }, (_, i) => `actor ${i}`);
    const folds = (seed: number) => groupKFold(groups, { shuffle: true, seed });
    expect(folds(1)).toEqual(folds(1));
    expect(folds(1)).not.toEqual(folds(2));
  });

  it('refuses what cannot be folded', () => {
    expect(() => groupKFold([1, 2, 2], { nSplits: 3 })).toThrow(
      '3 groups or more for 3 folds, got 2',
    );
    expect(() => groupKFold([1, 2], { nSplits: 1 })).toThrow('`nSplits` must be an integer');
  });
});

describe('leaveOneGroupOut', () => {
  it('tests each group once, in order', () => {
    expect(leaveOneGroupOut([10, 9, 10, 2])).toEqual([
      { train: [0, 1, 2], test: [3] },
      { train: [0, 2, 3], test: [1] },
      { train: [1, 3], test: [0, 2] },
    ]);
    expect(() => leaveOneGroupOut(['a', 'a'])).toThrow('two groups or more, got 1');
  });
});

describe('stratifiedShuffleSplit', () => {
  it('draws independent splits, each with its share of each class', () => {
    const y = Array.from({ length: 90 }, (_, i) => i % 3);
    const splits = stratifiedShuffleSplit(y, { nSplits: 6, testSize: 0.2, seed: 4 });
    expect(splits).toHaveLength(6);
    for (const { train, test } of splits) {
      expect([...train, ...test].sort((a, b) => a - b)).toEqual([...y.keys()]);
      for (const label of [0, 1, 2]) expect(test.filter((i) => y[i] === label)).toHaveLength(6);
    }
    expect(new Set(splits.map(({ test }) => test.join())).size).toBe(6);
    expect(() => stratifiedShuffleSplit(y, { nSplits: 0 })).toThrow('`nSplits` must be an integer');
  });
});
