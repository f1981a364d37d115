import { describe, expect, it } from 'vitest';
import { COEFFICIENTS, type Fingerprint } from '../fingerprint.ts';
import { matchAnchors, squaredDistance } from './match-anchors.ts';

/** A fingerprint whose anchors stand at these seconds and differ in one number. */
const printOf = (...anchors: [seconds: number, value: number][]): Fingerprint => ({
  anchors: Float32Array.from(anchors, ([seconds]) => seconds),
  codes: Int8Array.from(
    anchors.flatMap(([, value]) => [value, ...new Array(COEFFICIENTS - 1).fill(0)]),
  ),
});

describe('matchAnchors', () => {
  it('matches anchors within a distance of 16', () => {
    expect(matchAnchors(printOf([1, 0]), printOf([2, 16]))).toEqual([
      { a: 1, b: 2, distance: 256 },
    ]);
    expect(matchAnchors(printOf([1, 0]), printOf([2, -17]))).toEqual([]);
  });

  it('matches middles of the energy with each other, and peaks with peaks', () => {
    const a = printOf([1, 0], [2, 3], [3, 50]);
    const b = printOf([4, 1], [5, 52], [6, 0]);
    expect(matchAnchors(a, b)).toEqual([
      { a: 1, b: 4, distance: 1 },
      { a: 3, b: 5, distance: 4 },
      { a: 2, b: 6, distance: 9 },
    ]);
  });
});

describe('squaredDistance', () => {
  const codes = (...values: number[]): Int8Array => {
    const all = new Int8Array(2 * COEFFICIENTS);
    values.forEach((value, i) => {
      all[(i % 2) * COEFFICIENTS + (i < 2 ? 0 : COEFFICIENTS - 1)] = value;
    });
    return all;
  };

  it('sums over every number of the anchors that are asked for', () => {
    // Of the first anchor 1 and 3, of the second 2 and 6.
    const all = codes(1, 2, 3, 6);
    expect(squaredDistance(all, 0, all, COEFFICIENTS)).toBe(1 + 9);
    expect(squaredDistance(all, COEFFICIENTS, all, COEFFICIENTS)).toBe(0);
  });

  it('tells from 257 on only that it is more than 256', () => {
    const far = codes(127, -127, 127, -127);
    expect(squaredDistance(far, 0, far, COEFFICIENTS)).toBeGreaterThan(256);
  });
});
