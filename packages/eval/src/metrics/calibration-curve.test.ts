import { describe, expect, it } from 'vitest';
import { calibrationCurve } from './calibration-curve.ts';

describe('calibrationCurve', () => {
  const bins = calibrationCurve(
    [0, 0, 1, 1],
    [
      [0.5, 0.5],
      [0.6, 0.4],
      [0.1, 0.9],
      [0, 1],
    ],
    { nBins: 10 },
  );

  it('puts a confidence on an edge into the bin below', () => {
    expect(bins.map(({ count }) => count)).toEqual([0, 0, 0, 0, 1, 1, 0, 0, 1, 1]);
  });

  it('holds the confidence and the accuracy of a bin', () => {
    expect(bins[9]).toEqual({ from: 0.9, to: 1, count: 1, confidence: 1, accuracy: 1 });
  });

  it('has no accuracy in an empty bin', () => {
    expect(bins[0].accuracy).toBeNaN();
  });
});
