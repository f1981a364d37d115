import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import goldens from '../../fixtures/stratified-group-k-fold.golden.json' with { type: 'json' };
import type { Label } from '../util/label.ts';
import { assertDisjoint } from './assert-disjoint.ts';
import type { Fold } from './fold.ts';
import { stratifiedGroupKFold } from './stratified-group-k-fold.ts';

const cases = goldens.cases as { y: Label[]; groups: Label[]; nSplits: number; test: number[][] }[];

describe('stratifiedGroupKFold', () => {
  it.each(cases)("makes scikit-learn's folds: case %#", ({ y, groups, nSplits, test }) => {
    const folds = stratifiedGroupKFold(y, groups, { nSplits });
    expect(folds.map((fold) => fold.test)).toEqual(test);
  });

  /** Samples of at least five groups, one of whose classes has at least five members. */
  const drawn = fc.tuple(
    fc.array(fc.tuple(fc.nat(9), fc.nat(3)), { minLength: 1, maxLength: 60 }),
    fc.integer({ min: 2, max: 5 }),
    fc.nat(),
  );
  /** Checks a property of the folds. */
  const forAll = (check: (folds: Fold[], groups: number[]) => void): void =>
    fc.assert(
      fc.property(drawn, ([extra, nSplits, seed]) => {
        const groups = [0, 1, 2, 3, 4, ...extra.map(([group]) => group)];
        const y = [0, 0, 0, 0, 0, ...extra.map(([, label]) => label)];
        check(stratifiedGroupKFold(y, groups, { nSplits, shuffle: true, seed }), groups);
      }),
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

  it('gives every fold its share of each class, where groups allow it', () => {
    const groups = Array.from({ length: 40 }, (_, i) => `speaker ${i % 20}`);
    const y = groups.map((_, i) => (i % 20 < 5 ? 'sad' : 'calm'));
    for (const { test } of stratifiedGroupKFold(y, groups, { shuffle: true, seed: 3 })) {
      expect(test.filter((i) => y[i] === 'sad')).toHaveLength(2);
      expect(test).toHaveLength(8);
    }
  });

  it('shuffles by its seed', () => {
    const groups = Array.from({ length: 24 }, (_, i) => `speaker ${i}`);
    const y = groups.map((_, i) => i % 2);
    const folds = (seed: number) => stratifiedGroupKFold(y, groups, { shuffle: true, seed });
    expect(folds(1)).toEqual(folds(1));
    expect(folds(1)).not.toEqual(folds(2));
  });

  it.each<[Label[], Label[], object, string]>([
    [[0, 0, 0], [1, 2, 2], { nSplits: 3 }, 'must be 3 groups or more for 3 folds, got 2'],
    [[0, 1, 2], [1, 2, 3], { nSplits: 2 }, '2 members of a class or more for 2 folds, got 1 in'],
    [[0, 1], [1, 2], { nSplits: 1 }, '`nSplits` must be a whole number'],
    [[0, 1], [1], { nSplits: 2 }, '`groups` must have 2 entries, got 1'],
    [[], [], { nSplits: 2 }, '2 groups or more for 2 folds, got 0'],
  ])('refuses %j of %j with %j', (y, groups, options, message) => {
    expect(() => stratifiedGroupKFold(y, groups, options)).toThrow(message);
  });
});
