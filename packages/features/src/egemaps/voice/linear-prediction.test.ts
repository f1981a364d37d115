import { expect, test } from 'vitest';
import { linearPrediction } from './linear-prediction.ts';

test('finds the filter of a decaying signal', () => {
  // x[n] = 0.9 x[n - 1], so long that its end is silence.
  const frame = Float64Array.from({ length: 400 }, (_, i) => 0.9 ** i);
  expect(linearPrediction(frame, 2)).toBeAllclose([1, -0.9, 0], { atol: 1e-12 });
});

test('silence has no filter', () => {
  expect(linearPrediction(new Float64Array(220), 11)).toBeNull();
});
