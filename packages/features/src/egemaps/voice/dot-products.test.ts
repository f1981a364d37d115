import { expect, test } from 'vitest';
import { dotProducts } from './dot-products.ts';

const samples = Float32Array.from({ length: 60 }, (_, i) => Math.sin(i * i));

/** The definition. */
function product(start: number, lag: number): number {
  let sum = 0;
  for (let k = 0; k < lag; k++) sum += samples[start + k] * samples[start + lag + k];
  return sum;
}

test.each([
  [7, 8],
  [8, 4],
  [9, 6],
  [20, 1],
])('from a lag of %i on, %i lags', (from, count) => {
  const out = new Float64Array(count);
  dotProducts(samples, 3, from, out);
  const expected = out.map((_, i) => product(3, from + i));
  // Sums of even and of odd places are added last.
  expect(out).toBeAllclose(expected, { rtol: 0, atol: 1e-14 });
});
