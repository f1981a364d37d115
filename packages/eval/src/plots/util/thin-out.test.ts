import { describe, expect, it } from 'vitest';
import { thinOut } from './thin-out.ts';

const identity = (value: number): number => value;

describe('thinOut', () => {
  it('leaves a line alone that is short enough', () => {
    expect(thinOut([3, 1, 2], 3, identity)).toEqual([3, 1, 2]);
  });

  it('keeps the ends, in order', () => {
    const thin = thinOut([...Array(100_000).keys()], 100, identity);
    expect(thin.length).toBeLessThanOrEqual(102);
    expect(thin[0]).toBe(0);
    expect(thin.at(-1)).toBe(99_999);
    expect(thin).toEqual(thin.toSorted((a, b) => a - b));
  });

  it('keeps the first of equals in each of its stretches', () => {
    const line = Array.from({ length: 100 }, (_, i) => i);
    expect(thinOut(line, 10, () => 7)).toEqual([0, 20, 40, 60, 80, 99]);
  });

  it('keeps the lowest and the highest of each stretch', () => {
    const line = [5, 1, 9, 4, 4, 8, 2, 6, 7, 3];
    expect(thinOut(line, 4, identity)).toEqual([5, 1, 9, 8, 2, 3]);
  });

  it('keeps a single peak and a single dip', () => {
    const line = new Array<number>(100_000).fill(0);
    line[12_345] = 1;
    line[67_890] = -1;
    expect(thinOut(line, 100, identity)).toEqual(expect.arrayContaining([1, -1]));
  });
});
