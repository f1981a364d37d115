import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fold } from './fold.ts';
import { trainTestSplit } from './train-test-split.ts';

const sizes = fc.double({ min: 0.2, max: 0.8, noNaN: true });

describe('trainTestSplit', () => {
  /** Every class has two members or more. */
  const labels = fc
    .array(fc.integer({ min: 0, max: 3 }), { minLength: 20, maxLength: 60 })
    .map((y) => [0, 0, 1, 1, 2, 2, 3, 3, ...y]);
  /** Checks a property of splits, half of which are stratified. */
  const forAll = (check: (fold: Fold, y: number[], testSize: number) => void): void =>
    fc.assert(
      fc.property(labels, sizes, fc.nat(), fc.boolean(), (y, testSize, seed, isStratified) => {
        const stratify = isStratified ? y : undefined;
        check(trainTestSplit(y.length, { testSize, stratify, seed }), y, testSize);
      }),
    );

  it('puts every sample on one side', () => {
    forAll(({ train, test }, y) => {
      expect([...train, ...test].sort((a, b) => a - b)).toEqual([...y.keys()]);
    });
  });

  it('rounds the test side up', () => {
    forAll(({ test }, y, testSize) => {
      expect(test).toHaveLength(Math.ceil(y.length * testSize));
    });
  });

  it('splits as few as two samples', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 8 }), sizes, fc.nat(), (n, testSize, seed) => {
        fc.pre(Math.ceil(n * testSize) < n);
        const { train, test } = trainTestSplit(n, { testSize, seed });
        expect(test).toHaveLength(Math.ceil(n * testSize));
        expect([...train, ...test].sort((a, b) => a - b)).toEqual([...Array(n).keys()]);
      }),
    );
  });

  it('gives each class its share, rounded up or down', () => {
    fc.assert(
      fc.property(labels, sizes, fc.nat(), (y, testSize, seed) => {
        const { test } = trainTestSplit(y.length, { testSize, stratify: y, seed });
        for (const label of new Set(y)) {
          const members = y.filter((other) => other === label).length;
          const tested = test.filter((i) => y[i] === label).length;
          expect(Math.abs(tested - (members * test.length) / y.length)).toBeLessThan(1);
        }
      }),
    );
  });

  it('breaks ties between classes at random', () => {
    // Two of three classes of equal size get the odd samples; each must be left out at times.
    const y = [0, 0, 0, 1, 1, 1, 2, 2, 2];
    const short = new Set<number>();
    for (let seed = 0; seed < 30; seed++) {
      const { test } = trainTestSplit(9, { testSize: 5 / 9, stratify: y, seed });
      for (const label of [0, 1, 2]) {
        if (test.filter((i) => y[i] === label).length === 1) short.add(label);
      }
    }
    expect(short.size).toBe(3);
  });

  it.each<[number, object, string]>([
    [10, { testSize: 0 }, '`testSize` must be in (0, 1), got 0'],
    [10, { testSize: 5 }, '`testSize` must be in (0, 1), got 5'],
    [1, {}, 'both sides must have a sample or more, got 1 of 1'],
    [0, {}, 'both sides must have a sample or more, got 0 of 0'],
    [4, { stratify: [1] }, '`stratify` must be as long as the samples, 4, got 1'],
    [4, { stratify: [1, 1, 1, 2] }, 'each class must have 2 members or more, got 1 of 2'],
    [6, { stratify: [1, 1, 2, 2, 3, 3] }, 'must have a sample for each of 3 classes, got 2'],
    [4, { seed: -1 }, '`seed` must be a whole number in [0, 2^32), got -1'],
  ])('refuses %i samples with %j', (n, options, message) => {
    expect(() => trainTestSplit(n, options)).toThrow(message);
  });
});
