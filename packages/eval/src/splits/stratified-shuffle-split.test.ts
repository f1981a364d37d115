import { describe, expect, it } from 'vitest';
import { stratifiedShuffleSplit } from './stratified-shuffle-split.ts';

const y = Array.from({ length: 90 }, (_, i) => i % 3);

describe('stratifiedShuffleSplit', () => {
  const splits = stratifiedShuffleSplit(y, { nSplits: 6, testSize: 0.2, seed: 4 });

  it('draws as many splits as it is asked for, each another', () => {
    expect(splits).toHaveLength(6);
    expect(new Set(splits.map(({ test }) => test.join())).size).toBe(6);
  });

  it('puts every sample on one side', () => {
    for (const { train, test } of splits) {
      expect([...train, ...test].sort((a, b) => a - b)).toEqual([...y.keys()]);
    }
  });

  it('tests the share of each class', () => {
    for (const { test } of splits) {
      for (const label of [0, 1, 2]) expect(test.filter((i) => y[i] === label)).toHaveLength(6);
    }
  });

  it('refuses to draw none', () => {
    expect(() => stratifiedShuffleSplit(y, { nSplits: 0 })).toThrow(
      '`nSplits` must be a whole number',
    );
  });
});
