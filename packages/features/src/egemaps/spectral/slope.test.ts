import { expect, test } from 'vitest';
import { slope, slopeOf } from './slope.ts';

// Of a constant spectrum, as measured in openSMILE's output of silence.
test.each([
  [31.25, 0, 500, -0.0008],
  [31.25, 500, 1500, -0.00054545456],
  [46.875, 0, 500, -0.0011757037],
  [46.875, 500, 1500, -0.00020453229],
  [43.06640625, 0, 500, -0.0009478385],
  [43.06640625, 500, 1500, -0.00015846895],
])('bins of %f Hz from %i to %i Hz', (binHz, lowest, highest, expected) => {
  const constant = new Float64Array(60).fill(1);
  expect(slopeOf(slope(lowest, highest, binHz), constant)).toBeAllclose(expected, {
    rtol: 1e-6,
    atol: 0,
  });
});

test('only bins inside the band count', () => {
  const { first, weights } = slope(500, 1500, 46.875);
  expect([first, weights.length]).toEqual([10, 23]);
});
