import { expect, test } from 'vitest';
import { betaCdf } from './beta-cdf.ts';

test.each([
  // scipy 1.17.1: scipy.stats.beta.cdf(x, a, b).
  [0.01, 2, 18, 0.015273761488896611],
  [0.1, 2, 18, 0.5797350211684026],
  [0.3, 2, 18, 0.9895781529733731],
  [0.9, 2, 18, 1.0],
  [0.2, 0.5, 0.5, 0.2951672353008665],
  [0.7, 3, 1.5, 0.5121845972219614],
  [0.999, 1000, 1, 0.36769542477096373],
  [0.5, 1000, 1000, 0.4999999999999992],
  [0.48, 300, 250, 0.0010604092855889184],
  [0.0001, 0.01, 5, 0.9311407597182454],
  [0.3, 25, 60, 0.5599831057787599],
])('of %d with shapes %d and %d is %d', (x, a, b, expected) => {
  // Logarithms of gamma functions of 1,000 are some 6,000, which costs four digits.
  expect(betaCdf(x, a, b)).toBeAllclose(expected, { rtol: 1e-11, atol: 1e-15 });
});

test('the ends are exact', () => {
  expect([betaCdf(0, 0.5, 3), betaCdf(1, 0.5, 3)]).toEqual([0, 1]);
});

test('a uniform distribution is the straight line', () => {
  for (const x of [0.1, 0.5, 0.9])
    expect(betaCdf(x, 1, 1)).toBeAllclose(x, { rtol: 1e-13, atol: 0 });
});
