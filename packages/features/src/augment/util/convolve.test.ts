import { seeded } from '@ser/testing';
import { expect, test } from 'vitest';
import { convolve } from './convolve.ts';

const random = seeded(4);
const noise = (length: number): Float64Array => Float64Array.from({ length }, () => random() - 0.5);

/** By the definition. */
const expected = (samples: Float64Array, response: Float64Array): Float64Array =>
  samples.map((_, n) => {
    let sum = 0;
    for (let k = 0; k <= Math.min(n, response.length - 1); k++) sum += response[k] * samples[n - k];
    return sum;
  });

test.each([
  [1, 1],
  [5, 3],
  [3, 5],
  [1024, 1],
  [1025, 2],
  [3000, 512],
  [3000, 513],
  [4000, 700],
])('%i samples and a response of %i', (length, taps) => {
  const samples = noise(length);
  const response = noise(taps);
  // Rounding errors of transforms of 2,048 doubles.
  expect(convolve(samples, response)).toBeAllclose(expected(samples, response), {
    rtol: 0,
    atol: 1e-12,
  });
});
