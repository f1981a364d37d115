import { describe, expect, it } from 'vitest';
import { findAnchors } from './find-anchors.ts';
import { smooth } from './smooth.ts';

const energy = (...at: readonly [frame: number, energy: number][]): Float64Array => {
  const frames = new Float64Array(400);
  for (const [frame, value] of at) frames[frame] += value;
  return frames;
};
/** Sums are rounded. */
const TOLERANCE = { rtol: 0, atol: 1e-9 };

describe('findAnchors', () => {
  it('gives the middle of the energy of all bands', () => {
    const bands = [energy([100, 3]), energy([300, 1])];
    expect(findAnchors(bands).centre).toBeAllclose(150, TOLERANCE);
  });

  it('gives the three highest peaks, the highest first', () => {
    const bands = [energy([60, 2], [200, 5]), energy([130, 3], [270, 4], [340, 1])];
    expect(findAnchors(bands).peaks).toBeAllclose([200, 270, 130], TOLERANCE);
  });

  it('puts a peak between two frames that are equally high', () => {
    expect(findAnchors([energy([100, 1], [101, 1])]).peaks).toBeAllclose([100.5], TOLERANCE);
  });

  it('takes what lies less than 25 frames apart for one peak', () => {
    // A triangle of 49 frames falls by more than one of half its height rises.
    expect(findAnchors([energy([100, 2], [124, 1])]).peaks).toHaveLength(1);
    expect(findAnchors([energy([100, 2], [127, 1])]).peaks).toHaveLength(2);
  });

  it('finds a peak at either end', () => {
    expect(findAnchors([energy([0, 1])]).peaks).toHaveLength(1);
    expect(findAnchors([energy([399, 1])]).peaks).toHaveLength(1);
  });
});

describe('smooth', () => {
  it('takes the mean over the neighbours, and zeros beyond the ends', () => {
    const values = Float64Array.of(0, 0, 9, 0, 0, 6);
    expect(smooth(values, 1, 1)).toBeAllclose([0, 3, 3, 3, 2, 2], TOLERANCE);
    expect(smooth(values, 2, 1)).toBeAllclose([1.8, 1.8, 1.8, 3, 3, 1.2], TOLERANCE);
  });

  it('does so as often as it is told, and changes no value of the original', () => {
    const values = Float64Array.of(0, 0, 9, 0, 0);
    expect(smooth(values, 1, 2)).toBeAllclose([1, 2, 3, 2, 1], TOLERANCE);
    expect(smooth(values, 1, 0)).toEqual(values);
    expect(Array.from(values)).toEqual([0, 0, 9, 0, 0]);
  });
});
